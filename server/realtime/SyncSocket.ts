/** A WebSocket that speaks our close codes where `ws` itself would say 1009 for a frame over the size limit. */
import { WebSocket } from 'ws'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'

/** RFC 6455, 7.4.1: "message too big". */
const messageTooBig = 1009

export class SyncSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    super.close(code === messageTooBig ? closeCodes.frameTooLarge : code, data)
  }
}

/** The one file of the demonstration, at the case that is on the screen: as fictional as everything else in it. */
import type { CaseId } from '../../shared/contracts/ids.ts'
import type { NewAttachment } from '../../shared/proceedings/attachments.ts'
import type { Upload } from '../proceedings/Proceedings.ts'

const words = `Operación Colibrí. Cronología (documento ficticio)

2016  El arma figura como destruida en el registro de la policía del Estado A.
2017  Salen del depósito las primeras armas dadas de baja en los libros.
2018  Robo armado en el Estado B: se recupera una pistola calibre 9 mm con el número de serie limado.
2018  La restauración química permite leer un número parcial, que coincide con un lote del Estado A.
2019  La auditoría física establece la salida de al menos setenta y una armas.
2020  Juicio oral ante tribunal colegiado.
2021  La condena se confirma en apelación.
`

/** A chronology as a plain text file. */
export function demoFile(caseId: CaseId): NewAttachment & Upload {
  const bytes = new TextEncoder().encode(words)
  return {
    caseId,
    name: 'Cronología de Operación Colibrí.txt',
    mediaType: 'text/plain',
    bytes: bytes.length,
    commandId: undefined,
    async *chunks() {
      yield bytes
    },
  }
}

/**
 * Every limit of the outside interface in one place, each with its reason. Units are in the names.
 * A limit that is passed closes or refuses; it never drops a part of what somebody wrote.
 */
export const limits = {
  /** A name, a country, an institution: what fits on a badge. */
  nameChars: 120,
  /** Titles of meetings, cases, agenda items and cards: two lines on a projector. */
  titleChars: 200,
  /** A field of the activity sheet: a list of partners with their full names. */
  recordChars: 2_000,
  recordTerms: 50,
  /** One message of the discussion: about a page. */
  messageChars: 4_000,
  /** Items of one agenda: five long days. */
  agendaItems: 200,
  /** Documents of one kind in a meeting; the largest known digest holds about 200 cases. */
  casesPerMeeting: 500,
  boardsPerMeeting: 200,
  /** Cards of one board with a mark of their own, which every snapshot carries: a thousand is a very full board. */
  markedCardsPerBoard: 1_000,
  /** One attached file: a scanned judgment of some two hundred pages. */
  attachmentBytes: 20_971_520,
  /** Files of one case: the judgments of all instances and what they cite. */
  attachmentsPerCase: 20,
  /** All files of a meeting: sixty judgments of 2 MB. They are in memory at once when its archive is made or read. */
  attachmentBytesPerMeeting: 134_217_728,
  /** A file's name: what the usual file systems can hold. */
  fileNameChars: 200,
  /** People in one meeting: three times the largest that is planned for. */
  participantsPerMeeting: 1_000,
  /** Invitations made by one call: the roster of the largest meeting. */
  invitationsPerCall: 1_000,
  /** Versions of a document that people named: one for each session of a long meeting, several times over. */
  namedVersionsPerDocument: 100,
  /** Deposits that wait at a time: one person's documents of a day offline, and what a moderator can still read. */
  depositsPerPerson: 20,
  depositsPerMeeting: 500,
  /** Body of an HTTP request; the largest is an agenda or a roster. */
  httpBodyBytes: 1_048_576,
  /**
   * An archive that is imported: a long meeting of three hundred people with every update of its documents (64 MB), and
   * its attachments, which no zip makes smaller.
   */
  archiveBytes: 201_326_592,
  /** What it may become when it is unpacked; it is in memory at once. */
  archiveUnpackedBytes: 402_653_184,
  /** One socket.io message: a command. */
  socketMessageBytes: 262_144,
  /** Events or messages in one page of history. */
  pageEvents: 500,
  pageMessages: 50,
  /** Messages that a room's snapshot carries; older ones are paged (design: the folded state is bounded). */
  snapshotMessages: 50,
  /** One Yjs update from a connection. A pasted chapter is under 200 KB. */
  syncFrameBytes: 1_048_576,
  /** A whole document, and so a sync step 2 after a day offline. */
  documentBytes: 16_777_216,
  /** Awareness of one connection: a cursor and a few fields. */
  awarenessBytes: 16_384,
  /** Unsent bytes of a slow reader, beyond the state it joined with, before it is closed and resynced: half a minute
   *  of a busy document on the slowest line, and 20 such readers are 40 MB. */
  connectionBacklogBytes: 2_097_152,
  /** Words on one server that are not saved: past it new writers read only until the disk answers again. A hall of
   *  300 types this much in a day. */
  unsavedBytes: 33_554_432,
  /** Past this nobody writes until the disk answers again; clients keep what they have. */
  unsavedBytesAtMost: 67_108_864,
  /** Update frames of one person: each key pressed is one; a script that plays a meeting of two days into a document
   *  sends 200,000 and is through in ten seconds. Whoever goes on like that is closed, and their words come in one
   *  step 2 after the reconnect. */
  updatesPerSecond: 1_000,
  updatesAtOnce: 250_000,
  /** Awareness frames of one person: dragging a selection makes 60 a second. */
  awarenessPerSecond: 100,
  awarenessAtOnce: 1_000,
  /** Document connections of one person: dozens of tabs, or a hall that one token was lent to for a rehearsal. */
  connectionsPerPerson: 500,
  /** From the upgrade of a document socket to the verdict on who it is. */
  admissionMs: 10_000,
  /** From the end of the right to read to 4403: what was typed before it travels a slow line. */
  leavingMs: 3_000,
  /** Life of a sync ticket: one connection attempt on a slow line. */
  syncTicketMs: 30_000,
  /** Failed secrets per address before further guesses wait. Equal wrong codes count once, so a hall that
   *  mistypes one printed code spends one of them. */
  failuresPerAddress: 60,
  failureWindowMs: 600_000,
} as const

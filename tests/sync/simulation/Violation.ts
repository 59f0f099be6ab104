/** Something that must not be. The message begins with the rule of server/sync/SPEC.md that it breaks. */
export class Violation extends Error {}

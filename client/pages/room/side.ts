/** The two sides of the work: the meeting (agenda, rooms, people) and the discussion. */
export type Side = 'meeting' | 'discussion'

/** The id of the sentence that says how the keys move a card: one for all cards of the page. */
export const keysHintId = 'card-keys'

/** What is wrong with a variable of the environment, in one line: its name, its value and what is accepted. */
export class ConfigError extends Error {}

/** A count of days → ISO 8601. */
const day = 86_400_000

/** The day since 1970-01-01 as ISO 8601. */
export const isoDay = (days: number): string => new Date(days * day).toISOString().slice(0, 10)

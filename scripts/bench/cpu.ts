/** CPU time of this process since `process.cpuUsage()` was asked, in seconds. */
export function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

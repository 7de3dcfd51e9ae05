/** A version of the requirement set ExcelApi: "1.9". */
export type ApiVersion = `1.${number}`;

/** Whether a host that reports `reported` offers what came with `needed`: "1.9" is below "1.14". */
export function offers(reported: ApiVersion, needed: ApiVersion): boolean {
  return minor(reported) >= minor(needed);
}

function minor(version: ApiVersion): number {
  return Number(version.slice(2));
}

type Read<Row> = (ids: readonly string[]) => Promise<(readonly [string, Row])[]>

/**
 * Rows by id for things that are looked up whatever the day: those in force by a plain join, and only for the others the dearer
 * search for the nearest stretch. Nearly always one statement, never more than two.
 */
export async function inForceOrNearest<Row>(
  ids: readonly string[],
  { inForce, nearest }: { readonly inForce: Read<Row>; readonly nearest: Read<Row> },
): Promise<Map<string, Row>> {
  const found = new Map(await inForce(ids))
  const others = ids.filter((id) => !found.has(id))
  if (others.length > 0) for (const [id, row] of await nearest(others)) found.set(id, row)
  return found
}

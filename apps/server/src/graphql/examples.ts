/** What GraphiQL opens with: each query runs as it stands on the demonstration data. */
export const EXAMPLES = `# Yilian · 医联: examples. Put the cursor in one and press Ctrl+Enter.

# The alliances of 中方县 on a past day: lead, members, dispute.
query AlliancesOnADay {
  alliances(filter: { countyCode: "431221" }, asOf: "2020-07-31") {
    totalCount
    nodes {
      name
      kind
      leadState
      lead { institution { name } }
      memberships { role institution { name level grade } validFrom validTo }
    }
  }
}

# Institutions by pinyin initials, part of a name, alias or code.
query Search {
  institutions(filter: { countyCode: "431221", search: "twzx" }, first: 10) {
    nodes { code name category region { name } memberships { role alliance { name } } }
  }
}

# How many institutions there are, by category and by town.
query Counts {
  byCategory: institutionCounts(filter: { countyCode: "431221" }, by: CATEGORY) { label institutions units }
  byTown: institutionCounts(filter: { countyCode: "431221" }, by: REGION) { label institutions units }
}

# What was recorded lately, in words.
query Changes {
  changes(countyCode: "431221", first: 10) { nodes { recordedAt actor { name } summary } }
}
`

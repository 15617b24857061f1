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

# What differs between two days: alliances founded, members that came and went, disputes, what is managed as one.
query Differences {
  allianceChanges(countyCode: "431221", from: "2018-12-31", to: "2020-07-31") {
    alliance { name }
    differences { fact subject before after }
  }
}

# Who disputes the lead, and what is managed as one, on a past day.
query DisputesAndManagement {
  alliances(filter: { countyCode: "431221" }, asOf: "2020-07-31") {
    nodes {
      name
      leadDisputes { chosen { name } mandated { name } authority validFrom validTo }
      unifiedManagement { domain state institution { name } }
      documents { number title }
    }
  }
}

# How many people are in service, where they belong and where they work, on a day; and whose counts differ.
query HeadCount {
  headCount(filter: { countyCode: "341821" }, by: [INSTITUTION, PROFESSION]) {
    home host fte
    cells { keys { label } home host fte }
  }
  headCountDifferences(filter: { countyCode: "341821" }, first: 10) {
    totalCount
    nodes { personName explanation }
  }
}

# A code list: what each code means, and how well it was checked against a source.
query CodeList {
  codeList(name: "managementDomain") { label items { code label en: label(locale: en) provenance official } }
}

# What was recorded lately, in words.
query Changes {
  changes(countyCode: "431221", first: 10) { nodes { recordedAt actor { name } summary } }
}
`

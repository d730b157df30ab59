// Checks across documents in a store. Who is to be compared once more stands in `across_pending`, written in the transaction that stores, replaces or
// supersedes a document; here these entities' rows of `across_checks` and `across_operands` are made anew. So a run costs what it changed, not what
// the store holds, and what a killed run left is done by the next one. The outcome hangs on the current documents alone, not on the order in which
// they came.
#pragma once

#include <string>

#include "output/store/sql_session.h"
#include "output/store/store.h"

namespace gouji::store {

AcrossCounts compare_documents(SqlSession& session, const Comparison& comparison);
// Only counts.
AcrossCounts across_counts(SqlSession& session);

}  // namespace gouji::store

// What `gouji status` asks a store that speaks SQL. Internal to output/store.
#pragma once

#include "output/store/sql_session.h"
#include "output/store/store.h"

namespace gouji::store {

Overview overview_of(SqlSession& session);

}  // namespace gouji::store

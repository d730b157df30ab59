#include "output/store/postgres_connection.h"

#include <array>
#include <cstring>

namespace gouji::store {
namespace {

struct Meaning {
  std::string_view sqlstate;  // a class (2 characters) or a whole one (5); https://www.postgresql.org/docs/15/errcodes-appendix.html
  const char* code;
};
constexpr std::array meanings{
    Meaning{"53100", "store_full"},     Meaning{"42501", "store_read_only"}, Meaning{"25006", "store_read_only"}, Meaning{"57P", "store_unreachable"},
    Meaning{"08", "store_unreachable"}, Meaning{"XX001", "store_damaged"},   Meaning{"55P03", "store_busy"},
};

std::string without_line_end(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

std::string_view PostgresResult::text(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

PostgresConnection::PostgresConnection(const std::string& url) : shown_(shown_target(url)) {
  // What the URL says comes last and wins.
  const std::array<const char*, 5> keys{"connect_timeout", "client_encoding", "application_name", "dbname", nullptr};
  const std::array<const char*, 5> values{"10", "UTF8", "gouji", url.c_str(), nullptr};
  connection_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) failed(nullptr);
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
}

PostgresResult PostgresConnection::run(const std::string& sql, const std::vector<std::string>& parameters) {
  std::vector<const char*> values;
  for (const std::string& parameter : parameters) values.push_back(parameter.c_str());
  // Without parameters several statements may stand in one text.
  PostgresResult result(parameters.empty() ? PQexec(connection_.get(), sql.c_str())
                                           : PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                                                          nullptr, nullptr, 0));
  const ExecStatusType status = PQresultStatus(result.handle());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) failed(result.handle());
  return result;
}

void PostgresConnection::copy(const std::string& table, const std::string& rows) {
  if (rows.empty()) return;
  run("COPY " + table + " FROM STDIN");
  constexpr std::size_t piece = std::size_t{1} << 20;
  for (std::size_t at = 0; at < rows.size(); at += piece) {
    const std::size_t size = std::min(piece, rows.size() - at);
    if (PQputCopyData(connection_.get(), rows.data() + at, static_cast<int>(size)) != 1) failed(nullptr);
  }
  if (PQputCopyEnd(connection_.get(), nullptr) != 1) failed(nullptr);
  const PostgresResult result(PQgetResult(connection_.get()));
  const bool good = PQresultStatus(result.handle()) == PGRES_COMMAND_OK;
  while (PGresult* more = PQgetResult(connection_.get())) PQclear(more);
  if (!good) failed(result.handle());
}

void PostgresConnection::failed(const PGresult* result) const {
  const char* state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  std::string code = PQstatus(connection_.get()) == CONNECTION_OK ? "store_failed" : "store_unreachable";
  for (const Meaning& meaning : meanings) {
    if (state != nullptr && std::string_view(state).starts_with(meaning.sqlstate)) code = meaning.code;
  }
  const char* message = result != nullptr ? PQresultErrorMessage(result) : PQerrorMessage(connection_.get());
  throw StoreFailure({code, shown_ + ": " + without_line_end(message), {}});
}

std::string array_literal(const std::vector<std::string>& texts) {
  std::string out = "{";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    out += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
  }
  return out + '}';
}

}  // namespace gouji::store

#include "output/store/overview.h"

#include <fmt/format.h>

#include "output/store/comparison.h"

namespace gouji::store {
namespace {

std::vector<std::pair<std::string, std::uint64_t>> counted(SqlSession& session, const std::string& sql) {
  std::vector<std::pair<std::string, std::uint64_t>> out;
  for (const std::vector<std::string>& row : session.ask(sql)) out.emplace_back(row[0], std::stoull(row[1]));
  return out;
}

std::string text(SqlSession& session, const std::string& sql) {
  const auto rows = session.ask(sql);
  return rows.empty() ? std::string() : rows[0][0];
}

std::uint64_t count(SqlSession& session, const std::string& sql) { return std::stoull(text(session, sql)); }

}  // namespace

Overview overview_of(SqlSession& session) {
  Overview out;
  out.schema = text(session, "SELECT value FROM store_meta WHERE key = 'schema_version'");
  out.created_by = text(session, "SELECT value FROM store_meta WHERE key = 'created_by'");
  out.inputs = counted(session, "SELECT status, count(*) FROM inputs GROUP BY status ORDER BY status DESC");
  out.refusals = counted(session, "SELECT code, count(*) FROM inputs WHERE status = 'refused' GROUP BY code ORDER BY count(*) DESC, code");
  out.versions = counted(
      session, "SELECT program_version || ' ' || pattern_version, count(*) FROM documents GROUP BY program_version, pattern_version ORDER BY 1");
  out.documents = count(session, "SELECT count(*) FROM documents");
  out.superseded = count(session, "SELECT count(*) FROM supersessions");
  out.figures = count(session, "SELECT coalesce(sum(figures), 0) FROM documents");
  out.findings = count(session, "SELECT coalesce(sum(findings), 0) FROM documents");
  for (const Verdict verdict : output::all_verdicts) {
    out.checks.counts[static_cast<std::size_t>(verdict)] = count(session, fmt::format("SELECT coalesce(sum({}), 0) FROM documents", name(verdict)));
  }
  out.across = across_counts(session);
  const bool sqlite = session.dialect() == Dialect::sqlite;
  out.last_input =
      text(session, sqlite ? "SELECT coalesce(max(started_at), '') FROM inputs"
                           : "SELECT coalesce(to_char(max(started_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), '') FROM inputs");
  return out;
}

}  // namespace gouji::store

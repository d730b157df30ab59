#include "output/store/comparison.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/store/key_figures.h"

namespace gouji::store {
namespace {

constexpr int entities_a_page = 10'000, entities_a_transaction = 200, most_documents = 1000;

// What of the SQL differs: texts are ordered by their bytes.
std::string by_bytes(SqlSession& session, const std::string& column) {
  return session.dialect() == Dialect::postgres ? column + " COLLATE \"C\"" : column;
}

constexpr const char* is_current = "NOT EXISTS (SELECT 1 FROM supersessions s WHERE s.document = k.document)";

void note_pending(SqlSession& session, const std::string& entity) {
  session.ask("INSERT INTO across_pending VALUES ($1) ON CONFLICT DO NOTHING", {entity});
}

// `entities` follows the documents: names that came, names of which no current document is left.
void update_names(SqlSession& session) {
  session.ask(
      "INSERT INTO across_pending SELECT DISTINCT e.full_name FROM entities e JOIN across_pending p ON p.entity = e.entity WHERE true "
      "ON CONFLICT DO NOTHING");
  const std::string documents = fmt::format("SELECT 1 FROM key_figures k WHERE k.entity = entities.entity AND {}", is_current);
  session.ask(fmt::format("DELETE FROM entities WHERE entity IN (SELECT entity FROM across_pending) AND NOT EXISTS ({})", documents));
  session.ask(
      fmt::format("INSERT INTO entities SELECT DISTINCT k.entity, k.entity, k.ending FROM key_figures k JOIN across_pending p ON p.entity = k.entity "
                  "WHERE {} ON CONFLICT DO NOTHING",
                  is_current));
}

struct Name {
  std::string ending, entity, full_name;
};

// Which name each is a short form of hangs on all of them, so all are looked at, page by page; who changes sides is compared anew.
class Linking {
 public:
  explicit Linking(SqlSession& session) : session_(session) {}

  void run() {
    const std::string ending = by_bytes(session_, "ending");
    std::string last;
    for (bool more = true; more;) {
      const auto page = session_.ask(
          fmt::format("SELECT ending, entity, full_name FROM entities WHERE {0} > $1 ORDER BY {0} LIMIT {1}", ending, entities_a_page), {last});
      for (const auto& row : page) names_.push_back({row[0], row[1], row[2]});
      more = page.size() == static_cast<std::size_t>(entities_a_page);
      if (!page.empty()) last = page.back()[0];
      link(more ? names_.size() - std::min<std::size_t>(names_.size(), 2) : names_.size());
    }
  }

 private:
  // The first `count` names: what follows them is known.
  void link(std::size_t count) {
    const auto ending = [&](std::size_t i) { return i < names_.size() ? std::string_view(names_[i].ending) : std::string_view(); };
    for (std::size_t i = 0; i < count; ++i) {
      const Name& name = names_[i];
      const std::string full = ending_of(full_ending(name.ending, ending(i + 1), ending(i + 2)));
      if (full == name.full_name) continue;
      session_.ask("UPDATE entities SET full_name = $1 WHERE entity = $2", {full, name.entity});
      note_pending(session_, name.full_name);
      note_pending(session_, full);
    }
    names_.erase(names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(count));
  }

  SqlSession& session_;
  std::vector<Name> names_;
};

struct CurrentDocument {
  std::string period, id, figures;
};

// The current documents of an entity, the newest `most_documents` of them, from the oldest period to the newest.
std::vector<CurrentDocument> documents_of(SqlSession& session, const std::string& entity) {
  const std::string period = by_bytes(session, "coalesce(k.period, '')"), id = by_bytes(session, "k.document");
  std::vector<CurrentDocument> out;
  for (auto& row :
       session.ask(fmt::format("SELECT coalesce(k.period, ''), k.document, k.figures FROM key_figures k JOIN entities e ON e.entity = k.entity "
                               "WHERE e.full_name = $1 AND {} ORDER BY {} DESC, {} DESC LIMIT {}",
                               is_current, period, id, most_documents),
                   {entity}))
    out.push_back({std::move(row[0]), std::move(row[1]), std::move(row[2])});
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<AcrossCheck> checks_of(SqlSession& session, const Comparison& comparison, const std::string& entity) {
  const std::vector<CurrentDocument> documents = documents_of(session, entity);
  if (documents.size() < 2) return {};
  std::vector<KeyFigures> all;
  for (const CurrentDocument& document : documents) all.push_back({document.id, {}, entity, key_figures_of(document.figures)});
  return comparison.checks(all);
}

// Some of the pending entities, in one transaction. False: none is left.
bool compare_some(SqlSession& session, const Comparison& comparison) {
  const std::string some = fmt::format("SELECT entity FROM across_pending ORDER BY {} LIMIT {}", by_bytes(session, "entity"), entities_a_transaction);
  const auto entities = session.ask(some);
  if (entities.empty()) return false;
  session.ask(fmt::format("DELETE FROM across_operands WHERE check_id IN (SELECT id FROM across_checks WHERE entity IN ({}))", some));
  session.ask(fmt::format("DELETE FROM across_checks WHERE entity IN ({})", some));
  Rows checks, operands;
  for (const auto& entity : entities) {
    for (const AcrossCheck& check : checks_of(session, comparison, entity[0])) add_across(checks, operands, check);
  }
  session.put(TableId::across_checks, checks);
  session.put(TableId::across_operands, operands);
  session.ask(fmt::format("DELETE FROM across_pending WHERE entity IN ({})", some));
  return true;
}

}  // namespace

AcrossCounts across_counts(SqlSession& session) {
  const auto count = [&](const std::string& rest) { return std::stoull(session.ask("SELECT count(*) FROM " + rest)[0][0]); };
  return {count("across_checks"), count("across_checks WHERE finding"), count("across_pending") > 0};
}

AcrossCounts compare_documents(SqlSession& session, const Comparison& comparison) {
  if (!session.ask("SELECT entity FROM across_pending LIMIT 1").empty()) {
    session.in_transaction([&] {
      update_names(session);
      Linking(session).run();
    });
  }
  for (bool more = true; more && !comparison.stop();) session.in_transaction([&] { more = compare_some(session, comparison); });
  return across_counts(session);
}

}  // namespace gouji::store

#include "patterns/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "patterns/kinds.h"

namespace gouji::patterns {
namespace {

void read_common(TomlEntry& toml, Entry& entry, const TomlFile& file) {
  entry.id = toml.text("id");
  entry.names = toml.texts("names");
  entry.examples = toml.texts("examples");
  entry.counter_examples = toml.texts("counter_examples");
  entry.why = toml.text("why");
  entry.file = file.name;
  entry.line = toml.line();
}

// An entry that cannot be tested, or that says nothing of its reason, is not taken.
void require(TomlEntry& toml, const Entry& entry) {
  if (entry.examples.empty()) toml.problem("examples are missing: at least one text in which it must be found");
  if (entry.counter_examples.empty()) toml.problem("counter_examples are missing: at least one text in which it must not be found");
  if (entry.why.empty()) toml.problem("why is missing: what it is, or the source that defines it");
}

template <class T>
T* find(Collection<T>& collection, std::string_view id) {
  const auto at = std::find_if(collection.entries.begin(), collection.entries.end(), [&](const auto& entry) { return entry->id == id; });
  return at == collection.entries.end() ? nullptr : at->get();
}

template <class T>
void extend(TomlEntry& toml, Collection<T>& collection, const T& more) {
  T* known = find(collection, more.id);
  if (known == nullptr) return toml.problem("extends an entry that there is not");
  known->names.insert(known->names.end(), more.names.begin(), more.names.end());
  known->examples.insert(known->examples.end(), more.examples.begin(), more.examples.end());
  known->counter_examples.insert(known->counter_examples.end(), more.counter_examples.begin(), more.counter_examples.end());
}

template <class T>
void place(TomlEntry& toml, Collection<T>& collection, T entry, const TomlFile& file) {
  entry.layer = file.layer;
  T* known = find(collection, entry.id);
  if (known == nullptr) {
    collection.entries.push_back(std::make_unique<T>(std::move(entry)));
  } else if (known->layer == file.layer) {
    toml.problem(fmt::format("id \"{}\" is already taken at {}:{}", entry.id, known->file, known->line));
  } else {
    *known = std::move(entry);
  }
}

// members = [["canonical", "alias"], …]: an entry each, all with the table's fields, examples and reason.
template <class T>
void place_members(TomlEntry& toml, Collection<T>& collection, const T& shared, const TomlFile& file) {
  for (std::vector<std::string>& names : toml.lists("members")) {
    T member = shared;
    member.id = names.front();
    member.names = std::move(names);
    place(toml, collection, std::move(member), file);
  }
}

template <class T>
void read_entry(const toml::table& table, std::string_view kind, Collection<T>& collection, const TomlFile& file, Problems& problems) {
  TomlEntry toml(table, kind, file.name, problems);
  T entry;
  read_common(toml, entry, file);
  const bool members = toml.has("members");
  const bool extends = toml.boolean("extend");
  toml.lists("members");
  if (extends) {
    toml.reject_unknown_keys();
    return extend(toml, collection, entry);
  }
  read_fields(toml, entry);
  require(toml, entry);
  toml.reject_unknown_keys();
  if (members) {
    if (!entry.id.empty() || !entry.names.empty()) toml.problem("members stand in place of id and names");
    if (toml.good()) place_members(toml, collection, entry, file);
    return;
  }
  if constexpr (!std::is_same_v<T, Negative> && !std::is_same_v<T, Partition>)
    if (toml.good() && entry.names.empty()) toml.problem("names are missing");
  if (entry.id.empty() && !entry.names.empty()) entry.id = entry.names.front();
  if (toml.good() && entry.id.empty()) toml.problem("id is missing");
  if (toml.good()) place(toml, collection, std::move(entry), file);
}

std::string known_kinds(Library::Data& data) {
  std::string kinds;
  Library::Data::each(data, [&](std::string_view kind, auto&) { kinds += (kinds.empty() ? "" : ", ") + std::string(kind); });
  return kinds;
}

void read_kind(const toml::key& key, const toml::node& node, const TomlFile& file, Library::Data& data, Problems& problems) {
  const int line = static_cast<int>(key.source().begin.line);
  bool known = false;
  Library::Data::each(data, [&](std::string_view kind, auto& collection) {
    if (kind != key.str()) return;
    known = true;
    const toml::array* tables = node.as_array();
    if (tables == nullptr || !tables->is_homogeneous(toml::node_type::table))
      return problems.add(file.name, line, fmt::format("{} must be written as [[{}]]", kind, kind));
    for (const toml::node& table : *tables) read_entry(*table.as_table(), kind, collection, file, problems);
  });
  if (!known) problems.add(file.name, line, fmt::format("unknown kind \"{}\"; kinds: {}", key.str(), known_kinds(data)));
}

// Whether two entries of a kind may share a spelling: only markers that say different things (共: copula, adverb) and forms.
template <class T>
bool may_share(const T&, const T&) {
  return false;
}
bool may_share(const MarkerWord& a, const MarkerWord& b) { return a.marker != b.marker; }
bool may_share(const StandardForm&, const StandardForm&) { return true; }  // one title, two layouts: their headers tell them apart

// A spelling belongs to one entry of its kind: the second would silently lose otherwise.
template <class T>
void index_names(std::string_view kind, Collection<T>& collection, Problems& problems) {
  std::map<std::string_view, const T*> owner;
  for (const auto& entry : collection.entries) {
    for (const std::string& name : entry->names) {
      const auto [at, added] = owner.emplace(name, entry.get());
      if (!added && at->second != entry.get() && !may_share(*at->second, *entry)) {
        const T& other = *at->second;
        problems.add(
            entry->file, entry->line,
            fmt::format("{} \"{}\": name \"{}\" already belongs to \"{}\" ({}:{})", kind, entry->id, name, other.id, other.file, other.line));
      }
      if (added) collection.lexicon.insert(name, entry.get());
    }
  }
}

}  // namespace

void load_file(const TomlFile& file, Library::Data& data, Problems& problems) {
  try {
    const toml::table root = toml::parse(file.text, file.name);
    for (const auto& [key, node] : root) read_kind(key, node, file, data, problems);
  } catch (const toml::parse_error& error) {
    problems.add(file.name, static_cast<int>(error.source().begin.line), fmt::format("not valid TOML: {}", error.description()));
  }
}

void finish(Library::Data& data, Problems& problems) {
  Library::Data::each(data, [&](std::string_view kind, auto& collection) { index_names(kind, collection, problems); });
  for (const auto& marker : data.markers.entries)
    for (const std::string& name : marker->names) data.markers_of[marker->marker].insert(name, marker.get());
  for (const auto& column : data.columns.entries)
    for (const std::string& name : column->names)
      if (column->ending) data.column_endings.insert(name, column.get());
  for (const auto& partition : data.partitions.entries) data.partition_list.push_back(*partition);
  for (const auto& form : data.forms.entries) data.form_list.push_back(form.get());
  if (problems.none()) compile_negatives(data);
}

}  // namespace gouji::patterns

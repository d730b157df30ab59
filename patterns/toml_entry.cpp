#include "patterns/toml_entry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace gouji::patterns {
namespace {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

// What a person calls the entry in a message: its id, else its first name.
std::string label_of(const toml::table& table) {
  if (const auto id = table["id"].value<std::string>()) return *id;
  if (const toml::array* names = table["names"].as_array())
    if (!names->empty())
      if (const auto name = names->front().value<std::string>()) return *name;
  return {};
}

}  // namespace

void Problems::add(std::string_view file, int line, std::string_view reason) {
  messages_.push_back(line > 0 ? fmt::format("{}:{}: {}", file, line, reason) : fmt::format("{}: {}", file, reason));
}

std::string Problems::joined() const { return fmt::format("{}", fmt::join(messages_, "\n")); }

TomlEntry::TomlEntry(const toml::table& table, std::string_view kind, std::string_view file, Problems& problems)
    : table_(table), kind_(kind), file_(file), id_(label_of(table)), line_(line_of(table)), problems_(problems) {}

const toml::node* TomlEntry::field(std::string_view key) {
  known_.emplace(key);
  return table_.get(key);
}

void TomlEntry::problem_at(int line, std::string_view reason) {
  good_ = false;
  problems_.add(file_, line, id_.empty() ? fmt::format("{}: {}", kind_, reason) : fmt::format("{} \"{}\": {}", kind_, id_, reason));
}

std::string TomlEntry::text(std::string_view key) {
  const toml::node* node = field(key);
  if (node == nullptr) return {};
  if (const auto value = node->value<std::string>(); value && node->is_string()) return *value;
  problem_at(line_of(*node), fmt::format("{} must be a string", key));
  return {};
}

bool TomlEntry::strings(const toml::array& array, std::string_view key, std::vector<std::string>& into) {
  for (const toml::node& item : array) {
    const auto value = item.value<std::string>();
    if (!item.is_string() || value->empty()) {
      problem_at(line_of(item), fmt::format("{} must hold strings that are not empty", key));
      return false;
    }
    into.push_back(*value);
  }
  return true;
}

std::vector<std::string> TomlEntry::texts(std::string_view key) {
  std::vector<std::string> values;
  const toml::node* node = field(key);
  if (node == nullptr) return values;
  if (const toml::array* array = node->as_array())
    strings(*array, key, values);
  else
    problem_at(line_of(*node), fmt::format("{} must be a list of strings, as in {} = [\"…\"]", key, key));
  return values;
}

std::vector<std::vector<std::string>> TomlEntry::lists(std::string_view key) {
  std::vector<std::vector<std::string>> values;
  const toml::node* node = field(key);
  if (node == nullptr) return values;
  const toml::array* outer = node->as_array();
  for (std::size_t i = 0; outer != nullptr && i < outer->size(); ++i) {
    const toml::array* inner = outer->get(i)->as_array();
    if (inner == nullptr || inner->empty()) {
      outer = nullptr;
      break;
    }
    if (!strings(*inner, key, values.emplace_back())) return values;
  }
  if (outer == nullptr)
    problem_at(line_of(*node), fmt::format("{} must be a list of lists of strings, as in {} = [[\"…\", \"…\"], [\"…\"]]", key, key));
  return values;
}

int TomlEntry::integer(std::string_view key, int fallback, int low, int high) {
  const toml::node* node = field(key);
  if (node == nullptr) return fallback;
  const auto value = node->value<std::int64_t>();
  if (node->is_integer() && *value >= low && *value <= high) return static_cast<int>(*value);
  problem_at(line_of(*node), fmt::format("{} must be a whole number from {} to {}", key, low, high));
  return fallback;
}

bool TomlEntry::boolean(std::string_view key) {
  const toml::node* node = field(key);
  if (node == nullptr) return false;
  if (node->is_boolean()) return *node->value<bool>();
  problem_at(line_of(*node), fmt::format("{} must be true or false", key));
  return false;
}

void TomlEntry::bad_choice(std::string_view key, std::string_view given, const std::vector<std::string_view>& allowed) {
  const toml::node* node = field(key);
  const std::string reason = fmt::format("{} must be one of {}", key, fmt::join(allowed, ", "));
  problem_at(node == nullptr ? line_ : line_of(*node), given.empty() ? reason : fmt::format("{}, not \"{}\"", reason, given));
}

void TomlEntry::reject_unknown_keys() {
  for (const auto& [key, node] : table_)
    if (!known_.contains(key.str())) problem_at(line_of(node), fmt::format("unknown field \"{}\"; fields: {}", key.str(), fmt::join(known_, ", ")));
}

}  // namespace gouji::patterns

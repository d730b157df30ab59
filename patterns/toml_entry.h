// Reads one TOML table as an entry: typed fields, and every problem as "FILE:LINE: KIND "ID": reason" (one message a problem).
// Private to the room; toml++ is wrapped here and in loader.cpp.
#pragma once

#include <toml++/toml.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji::patterns {

class Problems {
 public:
  void add(std::string_view file, int line, std::string_view reason);
  bool none() const { return messages_.empty(); }
  std::string joined() const;  // a line each, in the order found

 private:
  std::vector<std::string> messages_;
};

class TomlEntry {
 public:
  TomlEntry(const toml::table& table, std::string_view kind, std::string_view file, Problems& problems);

  // A field that is not there gives "", {} or the default; one of the wrong type or out of its bounds is a problem.
  std::string text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::vector<std::vector<std::string>> lists(std::string_view key);  // [["a", "b"], ["c"]]
  int integer(std::string_view key, int fallback, int low, int high);
  bool boolean(std::string_view key);
  // One of the words of `values`; `required` where there is no first choice to fall back to.
  template <class T>
  T choice(std::string_view key, const std::vector<std::pair<std::string_view, T>>& values, bool required);

  bool has(std::string_view key) const { return table_.contains(key); }
  void problem(std::string_view reason) { problem_at(line_, reason); }
  void reject_unknown_keys();          // after every field was asked for
  bool good() const { return good_; }  // no problem so far: what follows from one is not reported

  int line() const { return line_; }
  const std::string& id() const { return id_; }

 private:
  const toml::node* field(std::string_view key);
  void problem_at(int line, std::string_view reason);
  bool strings(const toml::array& array, std::string_view key, std::vector<std::string>& into);
  void bad_choice(std::string_view key, std::string_view given, const std::vector<std::string_view>& allowed);

  const toml::table& table_;
  std::string kind_, file_, id_;
  int line_;
  bool good_ = true;
  Problems& problems_;
  std::set<std::string, std::less<>> known_;
};

template <class T>
T TomlEntry::choice(std::string_view key, const std::vector<std::pair<std::string_view, T>>& values, bool required) {
  const bool there = has(key);
  const std::string given = text(key);
  for (const auto& [word, value] : values)
    if (there && word == given) return value;
  std::vector<std::string_view> allowed;
  for (const auto& value : values) allowed.push_back(value.first);
  if (there || required) bad_choice(key, given, allowed);
  return values.front().second;
}

}  // namespace gouji::patterns

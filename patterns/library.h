// The pattern library: what gouji looks for, as data. TOML files compiled into the binary (patterns/data/*.toml), extended
// or overridden by the files of a folder (--patterns DIR). docs/patterns.md describes the format.
//
// Ownership: a Library owns every entry; lexicons point into it. Immutable after load, shared by threads.
// Errors: load refuses a bad file with code "bad_pattern" and a message that names file, line, entry and reason.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/figure.h"
#include "model/panel.h"
#include "model/result.h"
#include "patterns/entry.h"
#include "patterns/form.h"
#include "patterns/lexicon.h"

namespace gouji::patterns {

// A unit of measure. Value in canonical units = printed × 10^power.
struct Unit : Entry {
  Kind kind = Kind::count;
  std::string code;        // "CNY", "1", "pp", "x"; "": the classifier or measure as printed (the matched name)
  int power = 0;           // 万元: 4, %: -2
  bool countable = false;  // a whole number of it is exact (个, 人, 项; not 亩, 公里)
  bool duration = false;   // 年, 个月, 天: kind other
};

enum class ComparatorPlace : std::uint8_t { before, after };  // 约100, 100余
struct ComparatorWord : Entry {
  Comparator comparator = Comparator::equal;
  ComparatorPlace place = ComparatorPlace::before;
};

// A known indicator: 一般公共预算收入, “三公”经费…
struct Indicator : Entry {
  enum class Side : std::uint8_t { none, income, spending, balance, people, assets };
  Side side = Side::none;
  Fund fund = Fund::none;
};

struct BasisWord : Entry {
  Basis basis = Basis::none;
};
struct FundWord : Entry {
  Fund fund = Fund::none;
};
struct ScopeWord : Entry {};  // 全市, 市级, 市本级, 县级…
struct PeriodWord : Entry {
  std::string meaning;
};  // 上年 "-1", 今年 "0", "十四五" "2021/2025"

// 增长 8%, 较上年增加…: direction of a change and what it is against.
struct ChangeWord : Entry {
  Direction direction = Direction::none;
};
struct VersusWord : Entry {
  Versus versus = Versus::none;
};

// Words that structure sentences: 其中, 包括, 构成是, 等, 主要, 分别, 占, 完成预算…
struct MarkerWord : Entry {
  std::string marker;
};  // "of_which", "consists", "open", "respectively", "total", … (kinds.cpp)

// Digits inside it are no figure: 12345热线, “三公”, 一件事, 第三方. Its names are literals, or `pattern` is a RE2; where the
// pattern has a group, the group is the negative and the rest is its context.
struct Negative : Entry {
  NumberClass number_class = NumberClass::name;
  std::string pattern;
};

// Names that divide a whole completely: 基本支出 + 项目支出, 货物 + 工程 + 服务. `parts` holds one list of spellings a part.
struct Partition : Entry {
  std::vector<std::vector<std::string>> parts;
};

// A word of table headers: what the column under it holds (绩效自评表's 分值, 得分; 执行率; 科目编码).
struct ColumnWord : Entry {
  ColumnRole role = ColumnRole::value;
  std::optional<Kind> kind;  // none: the cell says
  Aspect aspect = Aspect::level;
  std::string unit;     // of a count: 人
  bool ending = false;  // a header that ends with it counts too
};

class Library {
 public:
  struct Options {
    std::string directory;  // "" for the built-in patterns only
  };
  static Result<std::shared_ptr<const Library>> load(const Options& options);

  const std::string& version() const;  // of the data: hash over every file, printed as pattern_version

  const Lexicon<Unit>& units() const;
  const Lexicon<ComparatorWord>& comparators() const;
  const Lexicon<Indicator>& indicators() const;
  const Lexicon<BasisWord>& bases() const;
  const Lexicon<FundWord>& funds() const;
  const Lexicon<ScopeWord>& scopes() const;
  const Lexicon<PeriodWord>& periods() const;
  const Lexicon<ChangeWord>& changes() const;
  const Lexicon<VersusWord>& versus() const;
  // All markers; of a word that several of them have (共: copula, adverb, total), the one that is loaded first.
  const Lexicon<MarkerWord>& markers() const;
  // Those of one `marker` alone ("copula"); an empty lexicon where there is none.
  const Lexicon<MarkerWord>& markers(std::string_view marker) const;
  const std::vector<Partition>& partitions() const;
  // The entry that a header names: by its whole text, else by its end; nullptr for none.
  const ColumnWord* column(std::string_view header) const;
  // The standard forms, in the order of their entries.
  const std::vector<const StandardForm*>& forms() const;

  // The negative name that stands at `at` in `text`, or one that covers it: literals by trie, patterns by RE2.
  struct NegativeHit {
    const Negative* entry = nullptr;
    TextRange range;  // within `text`
  };
  // Every negative in a text, in order, not overlapping; the longest at a place wins. One pass, and one of RE2 where the text
  // holds a digit or a Chinese numeral.
  std::vector<NegativeHit> negatives(std::string_view text) const;
  bool has_negative_patterns() const;
  // The literal names of the negatives alone.
  const Lexicon<Negative>& negative_names() const;

  // For `gouji patterns list|test`.
  struct Listed {
    std::string kind;  // "unit", "indicator", …
    const Entry* entry = nullptr;
  };
  std::vector<Listed> entries() const;
  struct Failure {
    Listed entry;
    std::string example;
    bool expected_match = true;
  };
  // Runs every entry's own examples.
  std::vector<Failure> test() const;

  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  struct Data;  // patterns/data.h, private to the room

 private:
  explicit Library(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace gouji::patterns

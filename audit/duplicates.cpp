#include "audit/duplicates.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace gouji::audit {
namespace {

// Which drafts are one: their figures in order, their form, whether they can be checked. The keys of all lie in one array, and the
// table holds numbers of drafts: nothing is allocated for a draft.
class Keys {
 public:
  explicit Keys(std::size_t drafts) : slots_(std::bit_ceil(2 * drafts + 2), no_id) { keys_.reserve(drafts); }

  // The number of the first draft with this key; a new one (`fresh`) where there is none.
  struct Place {
    std::uint32_t number;
    bool fresh;
  };
  Place add(const Draft& draft) {
    const auto begin = static_cast<std::uint32_t>(words_.size());
    for (const CheckOperand& o : draft.operands) words_.push_back(o.figure);
    std::sort(words_.begin() + begin, words_.end());
    const Form form = draft.form == Form::at_most ? Form::sum : draft.form;
    words_.push_back(static_cast<std::uint32_t>(form) * 2 + (draft.why == Why::none ? 0U : 1U));
    const Key key{begin, static_cast<std::uint32_t>(words_.size())};
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash(key) & mask;; slot = (slot + 1) & mask) {
      if (slots_[slot] == no_id) {
        slots_[slot] = static_cast<std::uint32_t>(keys_.size());
        keys_.push_back(key);
        return {slots_[slot], true};
      }
      if (!same(keys_[slots_[slot]], key)) continue;
      words_.resize(begin);
      return {slots_[slot], false};
    }
  }

 private:
  struct Key {
    std::uint32_t begin, end;  // in words_
  };
  std::size_t hash(Key key) const {
    std::uint64_t out = key.end - key.begin;
    for (std::uint32_t i = key.begin; i < key.end; ++i) out = (out ^ (out >> 29) ^ words_[i]) * 0x9E3779B97F4A7C15ULL;
    return out ^ (out >> 32);
  }
  bool same(Key a, Key b) const {
    return std::equal(words_.begin() + a.begin, words_.begin() + a.end, words_.begin() + b.begin, words_.begin() + b.end);
  }

  std::vector<std::uint32_t> words_;
  std::vector<Key> keys_;
  std::vector<std::uint32_t> slots_;  // numbers of keys; a power of two, at least half of it empty
};

}  // namespace

std::vector<Draft> without_duplicates(std::vector<Draft> drafts) {
  Keys keys(drafts.size());
  std::vector<std::size_t> place;  // of the draft that has a key, by the key's number
  std::size_t kept = 0;            // drafts move forwards over those that are dropped
  for (Draft& draft : drafts) {
    const auto keep = [&] {
      if (&drafts[kept] != &draft) drafts[kept] = std::move(draft);
      ++kept;
    };
    if (draft.operands.empty()) {  // an obligation that could not be run
      keep();
      continue;
    }
    const Keys::Place key = keys.add(draft);
    if (key.fresh) {
      place.push_back(kept);
      keep();
      continue;
    }
    Draft& old = drafts[place[key.number]];
    const bool surer = draft.certainty < old.certainty || (draft.certainty == old.certainty && old.form == Form::at_most);
    if (surer) std::swap(old, draft);
    std::move(draft.obligations.begin(), draft.obligations.end(), std::back_inserter(old.obligations));
  }
  drafts.resize(kept);
  return drafts;
}

}  // namespace gouji::audit

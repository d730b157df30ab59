// Reads one paragraph after the other and fills an Extraction: each number becomes a figure with what it measures, or a
// Number with its class. Carries over what Chinese leaves unsaid: the subject within a sentence, period and scope within a
// paragraph, heading and report for the rest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/carry.h"
#include "extractor/known_names.h"
#include "extractor/lead.h"
#include "extractor/numerals.h"
#include "extractor/section_context.h"
#include "extractor/segmenter.h"
#include "extractor/structure.h"
#include "model/document.h"
#include "model/extraction.h"

namespace gouji::extractor {

inline bool derived_by_change(const Figure& f) { return f.aspect == Aspect::change || f.aspect == Aspect::change_rate; }

class ParagraphReader {
 public:
  ParagraphReader(const Document& document, const patterns::Library& library, Extraction& out);

  // Blocks in reading order. Blocks that hold no running text give numbers only.
  void read(BlockId id);
  // Running text that stands elsewhere: the sentences in a cell of a table.
  void read_passage(const Block& block, TextRange text);

  const SectionContext& section(SectionId id) const;

  // Gives a figure that has its name the indicator of that name.
  void identify(Figure& figure);

 private:
  void read_numbers_only(const Block& block, NumberClass as);
  void date_parts_of_years(SectionId section);
  void read_sentence(const Block& block, TextRange sentence, bool last);
  void note_words(std::string_view sentence, std::uint32_t begin, Carry& carry);
  std::size_t first_numeral(std::uint32_t begin, std::size_t index) const;
  void read_context(std::string_view block_text, TextRange gap, std::size_t numeral, const std::vector<Clause>& clauses, Carry& carry, Gap& flags);
  void read_figure(const Block& block, std::size_t numeral, TextRange gap, std::string_view after, bool next_opens, Carry& carry, Gap flags);
  TextRange lead_clause(TextRange gap, std::string_view after, const Carry& carry, Gap& flags) const;
  const Lead& understand(std::size_t numeral, std::string_view after, const Gap& flags, Carry& carry);
  Figure& add_figure(const Block& block, const Numeral& numeral, TextRange clause, const Lead& lead, const Carry& carry);
  void carry_on(FigureId id, const Lead& lead, FigureId previous, Carry& carry);
  void pair_wholes(std::size_t numeral, const Lead& lead, Carry& carry);
  void part_town_and_country(std::size_t numeral, Lead& lead);
  std::size_t numbers_in_row(std::size_t numeral, bool commas) const;
  bool continues_row(std::size_t numeral, const Lead& lead, const Carry& carry) const;
  void pair_subjects(std::size_t numbers, Carry& carry);
  bool is_share_of_named_budget(const Figure& figure) const;
  bool continues_share(Figure& figure, const Lead& lead, const Carry& carry);
  bool name_by_partner(Figure& figure, const Lead& lead, Carry& carry);
  Name next_of_pair(Carry& carry);
  bool is_restated(const Figure& figure, const Lead& lead, const Gap& flags) const;
  bool takes_base_of_rate(std::size_t numeral, std::string_view after, Carry& carry);
  void name_base(Figure& figure, const Lead& lead, const Carry& carry);
  void pair_names(std::size_t numeral, Lead& lead, const Gap& flags, Carry& carry);
  void read_ends_of_change(FigureId id, const Lead& lead, FigureId previous, Carry& carry);
  void name_figure(Figure& figure, const Lead& lead, std::string_view after, Carry& carry);
  bool name_by_what_follows(Figure& figure, const Lead& lead, std::string_view name, std::string_view after, Carry& carry);
  void name_from_context(Figure& figure, const Lead& lead, std::string_view name, Carry& carry);
  void settle(Figure& figure, const Lead& lead, const Carry& carry, FigureId parent);
  void measured_against_budget(const Figure& completion);
  void settle_basis(Figure& figure, const Lead& lead, const Carry& carry, FigureId parent);
  void add_number(const Numeral& numeral, std::uint32_t base);

  const Document& document_;
  const patterns::Library& library_;
  const patterns::Lexicon<patterns::MarkerWord>&consists_, &open_, &verbs_;  // words of the library
  Extraction& out_;
  NamePool& names_;  // of out_
  KnownNames known_;
  LeadParser parser_;
  Structure structure_;
  std::vector<SectionContext> contexts_;
  SectionContext none_;
  SectionId current_section_ = no_id;

  // Of the block being read.
  std::string_view text_;  // its text
  std::uint32_t base_ = 0;
  std::vector<Numeral> numerals_;
  std::size_t figures_end_ = 0;     // behind the last of them that is a figure
  std::vector<Clause> clauses_;     // of the gap being read
  CleanClause clean_;               // of the clause being read
  Lead changed_;                    // its lead, where more than the clause speaks
  std::vector<std::size_t> items_;  // of the sentence being read: its figures' numerals
  Read<Period> block_period_;
  Read<Name> block_scope_;
  std::string_view after_next_;  // what stands behind the number that follows the figure being read
  std::string fund_name_;        // the last income or spending of one of the four budgets: 政府性基金收入
};

}  // namespace gouji::extractor

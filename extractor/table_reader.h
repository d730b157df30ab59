// Reads one table after the other and fills an Extraction: each number of a cell becomes a figure with what its row and column
// say of it, or a Number with its class; and a Panel for each part of the table that has a header of its own.
#pragma once

#include <vector>

#include "extractor/paragraph_reader.h"
#include "extractor/table_rows.h"
#include "model/extraction.h"

namespace gouji::extractor {

class TableReader {
 public:
  // `prose` reads the sentences that stand in cells.
  TableReader(const Document& document, const patterns::Library& library, ParagraphReader& prose, Extraction& out);

  void read(BlockId block);

 private:
  // What the table says as a whole, where its columns and rows do not.
  struct Setting {
    std::optional<UnitHint> unit;
    Read<Period> period;
    Read<Basis> basis;
    Read<Name> scope;
    Fund fund = Fund::none;
    std::string title;
  };
  // A block of columns in a part, read.
  struct BlockReading {
    const TablePart* part = nullptr;
    ColumnBlock columns;
    std::vector<RowMeaning> rows;
    std::optional<UnitHint> unit;                 // of its header over the labels: 经费控制情况（万元）
    std::string heading;                          // that header's words: names rows that have no label
    std::vector<std::string> row_names;           // what each row calls its figures, made once for all of them
    std::vector<Name> row_labels, column_labels;  // what each row and column of it gives its figures
    Setting setting;
    bool targets = false;   // it has a column of targets beside that of what was reached
    std::size_t panel = 0;  // index in Extraction::panels
  };
  // Where the cell being read stands.
  struct Place {
    const TableGrid* grid = nullptr;
    BlockReading* block = nullptr;
    std::uint32_t row = 0;     // of BlockReading::rows
    std::uint32_t column = 0;  // of BlockReading::columns
    std::uint32_t cell = 0;
    bool own_label = false;  // the label stands in the cell or beside it: the header says nothing of it
  };

  Setting setting_of(const Table& table, const Block& block, BlockId id) const;
  void settle_title(Setting& setting, const SectionContext& context) const;
  Setting setting_of_part(const TableGrid& grid, const TablePart& part) const;
  void read_blocks(const TableGrid& grid, const std::vector<TablePart>& parts);
  void add_panel(BlockReading& block);
  void read_row(const TableGrid& grid, std::uint32_t row);
  void read_cell_at(Place place);
  void read_number(const Place& place, const CellReading& reading);
  bool is_full_score(const Place& place) const;
  std::optional<Comparator> compared_by(const Place& place, const Numeral& numeral) const;
  void read_mixed(Place place);
  void read_prose(const Place& place);
  void read_relabelled(Place place, const CellReading& reading);
  void read_numbers(TextRange text, NumberClass as);
  FigureId finish(const Place& place, const Numeral& numeral);
  Figure& start(const Place& place);
  void label(const Place& place, Figure& figure) const;
  void give_unit(Figure& figure, const UnitHint& unit, Origin from) const;
  void settle_unit(const Place& place, Figure& figure, bool bare) const;
  void settle(const Place& place, Figure& figure) const;
  static std::string name_of_row(const BlockReading& block, std::uint32_t row);
  static std::string label_of_row(const BlockReading& block, std::uint32_t row);
  static std::string name_of(const BlockReading& block, std::uint32_t row, std::uint32_t column);

  const Document& document_;
  const patterns::Library& library_;
  ParagraphReader& prose_;
  Extraction& out_;
  NamePool& names_;                      // of out_
  std::optional<UnitHint> report_unit_;  // of money, where the whole text has one: 万元

  // Of the table being read.
  BlockId block_ = no_id;
  TableId table_ = no_id;
  SectionId section_ = no_id;
  Setting setting_;
  std::vector<TablePart> parts_;
  std::vector<Numeral> numerals_;                  // room for those of a cell
  std::vector<std::vector<BlockReading>> blocks_;  // by part
};

}  // namespace gouji::extractor

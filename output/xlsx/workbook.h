// A workbook under construction: libxlsxwriter with the project's strings, formats made once, errors as exceptions.
// Texts are cut to what a cell takes, broken UTF-8 is mended. Internal to output/xlsx. One thread.
#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace gouji::output::xlsx {

enum class Tone : std::uint8_t { plain, good, near, bad, blamed, ask, faint, header, title };

struct Style {
  Tone tone = Tone::plain;
  bool border = true;
  bool wrap = false;
  bool center = false;
  int decimals = -1;      // -1: text, or a number as it is; else a number with so many decimals
  std::string mark = {};  // shown behind a number: √
  auto key() const { return std::tie(tone, border, wrap, center, decimals, mark); }
  friend bool operator<(const Style& a, const Style& b) { return a.key() < b.key(); }
};

class Sheet;

class Workbook {
 public:
  Workbook();
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  Sheet sheet(const std::string& name);
  lxw_format* format(const Style& style);
  void properties(const std::string& title, const std::string& author);
  // Closes the workbook: its bytes.
  std::string bytes();

 private:
  int file_ = -1;
  lxw_workbook* book_ = nullptr;
  std::map<Style, lxw_format*> formats_;
};

class Sheet {
 public:
  Sheet(Workbook& book, lxw_worksheet* sheet) : book_(&book), sheet_(sheet) {}

  void text(std::uint32_t row, std::uint32_t column, std::string_view value, const Style& style = {});
  void number(std::uint32_t row, std::uint32_t column, double value, const Style& style = {});
  // `value` is what a program that does not compute shows.
  void formula(std::uint32_t row, std::uint32_t column, const std::string& expression, double value, const Style& style = {});
  // A link within the workbook ("'Figures'!A5").
  void link(std::uint32_t row, std::uint32_t column, const std::string& target, std::string_view value, const Style& style = {});
  void merge(std::uint32_t row, std::uint32_t column, std::uint32_t last_row, std::uint32_t last_column, const Style& style);
  void width(std::uint32_t column, std::uint32_t last_column, double characters);
  void head(std::uint32_t row, std::initializer_list<std::string> labels);
  void keep_in_sight(std::uint32_t row);  // this row and those above it, on the screen and on every printed page
  void filter(std::uint32_t first_row, std::uint32_t last_row, std::uint32_t last_column);
  void landscape();

 private:
  Workbook* book_;
  lxw_worksheet* sheet_;
};

inline constexpr std::uint32_t most_rows = 1'048'576;

// "B7" for row 6, column 1.
std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace gouji::output::xlsx

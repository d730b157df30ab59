#include "output/xlsx/workbook.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "output/utf8.h"

namespace gouji::output::xlsx {
namespace {

// libxlsxwriter refuses a longer text; Excel counts UTF-16 units, of which there are never more than bytes.
constexpr std::size_t longest_text = 32'000;

struct Colors {
  lxw_color_t font, background;
};
Colors colors(Tone tone) {
  switch (tone) {
    case Tone::good:
    case Tone::near:
      return {0x1B5C3B, 0};
    case Tone::bad:
      return {0xA3231A, 0xFBE0DB};
    case Tone::blamed:
      return {0xA3231A, 0xFBF0D6};
    case Tone::ask:
      return {0x503A80, 0xECE6F7};
    case Tone::faint:
      return {0x767B85, 0};
    case Tone::header:
      return {0x22252B, 0xECE8DE};
    case Tone::title:
    case Tone::plain:
      break;
  }
  return {0, 0};
}

std::string cell_text(std::string_view text) {
  std::string out = valid_utf8(text) ? std::string(text) : replace_invalid_utf8(text);
  if (out.size() > longest_text) {
    std::size_t end = longest_text;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
    out.resize(end);
    out += "…";
  }
  std::erase(out, '\0');
  return out;
}

std::string number_format(const Style& style) {
  std::string out = "#,##0";
  if (style.decimals > 0) out.append(".").append(static_cast<std::size_t>(style.decimals), '0');
  if (!style.mark.empty()) out += "\" " + style.mark + "\"";
  return out;
}

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("workbook: ") + lxw_strerror(error));
}

}  // namespace

Workbook::Workbook() : file_(::memfd_create("gouji-xlsx", MFD_CLOEXEC)) {
  if (file_ < 0) throw std::system_error(errno, std::generic_category(), "workbook");
  book_ = workbook_new(("/proc/self/fd/" + std::to_string(file_)).c_str());
  if (book_ == nullptr) throw std::runtime_error("workbook: not enough memory");
}

Workbook::~Workbook() {
  if (book_ != nullptr) workbook_close(book_);  // frees it; what was written is thrown away with the file
  ::close(file_);
}

Sheet Workbook::sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr) throw std::runtime_error("workbook: no sheet " + name);
  return {*this, sheet};
}

lxw_format* Workbook::format(const Style& style) {
  const auto [at, is_new] = formats_.emplace(style, nullptr);
  if (!is_new) return at->second;
  lxw_format* format = at->second = workbook_add_format(book_);
  format_set_font_name(format, "等线");
  format_set_font_size(format, style.tone == Tone::title ? 14 : 10);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (style.tone == Tone::title || style.tone == Tone::header || style.tone == Tone::bad) format_set_bold(format);
  const Colors tone = colors(style.tone);
  if (tone.font != 0) format_set_font_color(format, tone.font);
  if (tone.background != 0) format_set_bg_color(format, tone.background);
  if (style.border) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xC9C4B8);
  }
  if (style.wrap) format_set_text_wrap(format);
  if (style.center) format_set_align(format, LXW_ALIGN_CENTER);
  if (style.decimals >= 0) format_set_num_format(format, number_format(style).c_str());
  return format;
}

void Workbook::properties(const std::string& title, const std::string& author) {
  std::string title_text = cell_text(title).substr(0, 200), author_text = author;
  while (!title_text.empty() && !valid_utf8(title_text)) title_text.pop_back();
  lxw_doc_properties properties{};
  properties.title = title_text.data();
  properties.author = author_text.data();
  properties.created = 946684800;  // 2000-01-01: the same report gives the same bytes whenever it is written
  require(workbook_set_properties(book_, &properties));
}

std::string Workbook::bytes() {
  lxw_workbook* book = book_;
  book_ = nullptr;
  require(workbook_close(book));
  const off_t size = ::lseek(file_, 0, SEEK_END);
  std::string out(static_cast<std::size_t>(size), '\0');
  for (std::size_t at = 0; at < out.size();) {
    const ssize_t got = ::pread(file_, out.data() + at, out.size() - at, static_cast<off_t>(at));
    if (got <= 0) throw std::system_error(errno, std::generic_category(), "workbook");
    at += static_cast<std::size_t>(got);
  }
  return out;
}

void Sheet::text(std::uint32_t row, std::uint32_t column, std::string_view value, const Style& style) {
  lxw_format* format = book_->format(style);
  const auto at = static_cast<lxw_col_t>(column);
  require(value.empty() ? worksheet_write_blank(sheet_, row, at, format) : worksheet_write_string(sheet_, row, at, cell_text(value).c_str(), format));
}

void Sheet::number(std::uint32_t row, std::uint32_t column, double value, const Style& style) {
  require(worksheet_write_number(sheet_, row, static_cast<lxw_col_t>(column), value, book_->format(style)));
}

void Sheet::formula(std::uint32_t row, std::uint32_t column, const std::string& expression, double value, const Style& style) {
  require(worksheet_write_formula_num(sheet_, row, static_cast<lxw_col_t>(column), ("=" + expression).c_str(), book_->format(style), value));
}

void Sheet::link(std::uint32_t row, std::uint32_t column, const std::string& target, std::string_view value, const Style& style) {
  // More links than a sheet takes (65,530) stay text.
  const auto at = static_cast<lxw_col_t>(column);
  worksheet_write_url(sheet_, row, at, ("internal:" + target).c_str(), book_->format(style));
  require(worksheet_write_string(sheet_, row, at, cell_text(value).c_str(), book_->format(style)));
}

void Sheet::merge(std::uint32_t row, std::uint32_t column, std::uint32_t last_row, std::uint32_t last_column, const Style& style) {
  require(
      worksheet_merge_range(sheet_, row, static_cast<lxw_col_t>(column), last_row, static_cast<lxw_col_t>(last_column), "", book_->format(style)));
}

void Sheet::width(std::uint32_t column, std::uint32_t last_column, double characters) {
  require(worksheet_set_column(sheet_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(last_column), characters, nullptr));
}

void Sheet::head(std::uint32_t row, std::initializer_list<std::string> labels) {
  std::uint32_t column = 0;
  for (const std::string& label : labels) text(row, column++, label, {.tone = Tone::header, .wrap = true, .center = true});
}

void Sheet::keep_in_sight(std::uint32_t row) {
  worksheet_freeze_panes(sheet_, row + 1, 0);
  worksheet_repeat_rows(sheet_, row, row);
}

void Sheet::filter(std::uint32_t first_row, std::uint32_t last_row, std::uint32_t last_column) {
  if (last_row > first_row) worksheet_autofilter(sheet_, first_row, 0, last_row, static_cast<lxw_col_t>(last_column));
}

void Sheet::landscape() {
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, 9);  // A4
  worksheet_fit_to_pages(sheet_, 1, 0);
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(name, row, static_cast<lxw_col_t>(column));
  return name;
}

}  // namespace gouji::output::xlsx

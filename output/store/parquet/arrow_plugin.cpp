// The plugin: the one file that includes Apache Arrow.
#include <arrow/api.h>
#include <arrow/io/file.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/writer.h>

#include "output/store/parquet/decimal_text.h"
#include "output/store/parquet/plugin.h"

namespace gouji::store {
namespace {

std::shared_ptr<arrow::DataType> type_of(Type type) {
  switch (type) {
    case Type::text:
      break;
    case Type::integer:
      return arrow::int64();
    case Type::boolean:
      return arrow::boolean();
    case Type::decimal:
      return arrow::decimal128(decimal_digits, decimal_scale);
    case Type::timestamp:
      return arrow::timestamp(arrow::TimeUnit::MILLI, "UTC");
  }
  return arrow::utf8();
}

// Decimals may be null where the schema says otherwise: one too long for the type has no other way to be there.
std::shared_ptr<arrow::Schema> schema_of(const Table& table) {
  arrow::FieldVector fields;
  for (const Column& column : table.columns)
    fields.push_back(arrow::field(std::string(column.name), type_of(column.type), column.nullable || column.type == Type::decimal));
  return arrow::schema(fields);
}

template <class Builder>
Builder& as(arrow::ArrayBuilder& builder) {
  return static_cast<Builder&>(builder);
}

arrow::Status append(arrow::ArrayBuilder& builder, Type type, const Value& value) {
  if (value.kind == Value::Kind::null) return builder.AppendNull();
  switch (type) {
    case Type::text:
      break;
    case Type::integer:
      return as<arrow::Int64Builder>(builder).Append(value.integer);
    case Type::boolean:
      return as<arrow::BooleanBuilder>(builder).Append(value.integer != 0);
    case Type::decimal: {
      const std::optional<Int128> number = scaled(value.text);
      if (!number) return builder.AppendNull();
      return as<arrow::Decimal128Builder>(builder).Append(
          arrow::Decimal128(static_cast<std::int64_t>(*number >> 64), static_cast<std::uint64_t>(*number)));
    }
    case Type::timestamp: {
      const std::optional<std::int64_t> seconds = seconds_of(value.text);
      return seconds ? as<arrow::TimestampBuilder>(builder).Append(*seconds * 1000) : builder.AppendNull();
    }
  }
  return as<arrow::StringBuilder>(builder).Append(value.text);
}

arrow::Result<std::shared_ptr<arrow::Table>> arrow_table(const Table& table, const Rows& rows) {
  const std::shared_ptr<arrow::Schema> schema = schema_of(table);
  std::vector<std::unique_ptr<arrow::ArrayBuilder>> builders;
  for (const auto& field : schema->fields()) {
    ARROW_ASSIGN_OR_RAISE(auto builder, arrow::MakeBuilder(field->type()));
    ARROW_RETURN_NOT_OK(builder->Reserve(static_cast<std::int64_t>(rows.count())));
    builders.push_back(std::move(builder));
  }
  for (RowReader reader(rows); !reader.done();) {
    for (std::size_t c = 0; c < builders.size(); ++c) ARROW_RETURN_NOT_OK(append(*builders[c], table.columns[c].type, reader.next()));
  }
  arrow::ArrayVector columns;
  for (const auto& builder : builders) {
    ARROW_ASSIGN_OR_RAISE(auto column, builder->Finish());
    columns.push_back(std::move(column));
  }
  return arrow::Table::Make(schema, columns);
}

arrow::Status write_file(const std::string& path, const Table& table, const Rows& rows) {
  ARROW_ASSIGN_OR_RAISE(const auto columns, arrow_table(table, rows));
  ARROW_ASSIGN_OR_RAISE(const auto file, arrow::io::FileOutputStream::Open(path));
  const auto properties = parquet::WriterProperties::Builder().compression(parquet::Compression::ZSTD)->build();
  const auto arrow_properties = parquet::ArrowWriterProperties::Builder().store_schema()->build();
  constexpr std::int64_t rows_a_group = 1 << 17;
  ARROW_RETURN_NOT_OK(parquet::arrow::WriteTable(*columns, arrow::default_memory_pool(), file, rows_a_group, properties, arrow_properties));
  return file->Close();
}

void add_value(const arrow::Array& column, Type type, std::int64_t row, Rows& rows) {
  if (column.IsNull(row)) return rows.null();
  switch (type) {
    case Type::text:
      return rows.text(static_cast<const arrow::StringArray&>(column).GetView(row));
    case Type::integer:
      return rows.integer(static_cast<const arrow::Int64Array&>(column).Value(row));
    case Type::boolean:
      return rows.boolean(static_cast<const arrow::BooleanArray&>(column).Value(row));
    case Type::decimal: {
      const arrow::Decimal128 value(static_cast<const arrow::Decimal128Array&>(column).GetValue(row));
      return rows.text(canonical((static_cast<Int128>(value.high_bits()) << 64) | static_cast<Int128>(value.low_bits())));
    }
    case Type::timestamp:
      return rows.text(utc(static_cast<const arrow::TimestampArray&>(column).Value(row) / 1000));
  }
}

arrow::Status read_file(const std::string& path, const Table& table, Rows& rows) {
  ARROW_ASSIGN_OR_RAISE(const auto file, arrow::io::ReadableFile::Open(path));
  parquet::arrow::FileReaderBuilder builder;
  ARROW_RETURN_NOT_OK(builder.Open(file));
  parquet::ArrowReaderProperties properties(false);
  properties.set_pre_buffer(false);  // no threads: workers are forked from this process later
  ARROW_ASSIGN_OR_RAISE(const auto reader, builder.properties(properties)->Build());
  ARROW_ASSIGN_OR_RAISE(std::shared_ptr<arrow::Table> columns, reader->ReadTable());
  if (!columns->schema()->Equals(*schema_of(table), false)) return arrow::Status::Invalid(path, ": not the columns of ", std::string(table.name));
  ARROW_ASSIGN_OR_RAISE(columns, columns->CombineChunks());
  for (std::int64_t row = 0; row < columns->num_rows(); ++row) {
    for (int c = 0; c < columns->num_columns(); ++c)
      add_value(*columns->column(c)->chunk(0), table.columns[static_cast<std::size_t>(c)].type, row, rows);
    rows.end_row();
  }
  return arrow::Status::OK();
}

// No exception may leave the plugin's functions: whoever catches it may have been built with another runtime.
template <class Run>
std::string guarded(Run run) {
  try {
    const arrow::Status status = run();
    return status.ok() ? std::string() : status.ToString();
  } catch (const std::exception& problem) {
    return problem.what();
  }
}

const ParquetPlugin plugin{
    [](const std::string& path, const Table& table, const Rows& rows) { return guarded([&] { return write_file(path, table, rows); }); },
    [](const std::string& path, const Table& table, Rows& rows) { return guarded([&] { return read_file(path, table, rows); }); },
    ARROW_VERSION_STRING};

}  // namespace
}  // namespace gouji::store

extern "C" __attribute__((visibility("default"))) const gouji::store::ParquetPlugin* const gouji_parquet_plugin_1 = &gouji::store::plugin;

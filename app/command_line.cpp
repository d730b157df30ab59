#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <map>

#include "app/limit_option.h"
#include "app/suggestion.h"

namespace gouji::app {
namespace {

// --lang decides the help's own language, so it is looked for before the options are set up.
Language language_of(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--lang=en" || (argument == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en")) return Language::en;
  }
  return Language::zh;
}

class Parser {
 public:
  explicit Parser(Language language)
      : language_(language),
        app_(text("勾稽：读取财政绩效报告，提取数字，逐项核对算术关系。",
                  "gouji: reads fiscal reports, extracts their figures and audits the arithmetic."),
             "gouji") {
    options_.language = language;
    set_up_labels(app_);
    add_version(app_);
    app_.require_subcommand(0, 1);
    app_.footer(
        text("示例：\n  gouji audit 报告.txt\n  gouji audit 报告目录 --format jsonl -o 结果.jsonl\n  gouji extract 报告.txt | "
             "head\n每个命令的选项：gouji 命令 --help",
             "Examples:\n  gouji audit report.txt\n  gouji audit reports/ --format jsonl -o result.jsonl\n  gouji extract report.txt | head\nA "
             "command's own options: gouji COMMAND --help"));
    add_reading_command(Command::audit, "audit",
                        text("提取数字并逐项核对（主要功能）", "extract the figures and check every relation between them (the main job)"),
                        Format::text);
    add_reading_command(Command::extract, "extract", text("只提取数字", "extract the figures only"), Format::jsonl);
    add_ingest_command();
    add_status_command();
    add_numbers_command();
    add_patterns_command();
  }

  Result<CommandLine> parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      const std::string name = chosen_name();
      return ShowText{chosen().help(name.substr(0, name.find_last_of(' ') == std::string::npos ? 0 : name.find_last_of(' ')))};
    } catch (const CLI::CallForVersion&) {
      return ShowVersion{};
    } catch (const CLI::ExtrasError&) {
      return unexpected();
    } catch (const CLI::ParseError& error) {
      return usage(text("命令行有误：", "bad command line: ") + error.what());
    }
    if (!commands_.contains(&chosen())) return usage(text("没有给出命令", "no command given"));
    Result<CommandLine> line = finished();
    if (const std::string wrong = contradiction(); !wrong.empty()) return usage(wrong);
    return line;
  }

 private:
  std::string text(const char* zh, const char* en) const { return language_ == Language::en ? en : zh; }

  void set_up_labels(CLI::App& app) {
    app.set_help_flag("-h,--help", text("显示本说明", "print this help"))->group(text("选项", "Options"));
    app.option_defaults()->group(text("选项", "Options"));
    app.group(text("命令", "Commands"));
    if (language_ == Language::en) return;
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const auto& [key, label] : std::map<std::string, std::string>{
             {"Usage", "用法"}, {"OPTIONS", "选项"}, {"Positionals", "参数"}, {"SUBCOMMAND", "命令"}, {"REQUIRED", "必需"}}) {
      formatter->label(key, label);
    }
    app.formatter(formatter);
  }

  void add_version(CLI::App& app) {
    app.set_version_flag("--version", std::string("version"), text("显示版本和规则库版本", "print the version and that of the patterns"))
        ->group(text("选项", "Options"));
  }

  // An option that takes one of a few words; they stand in the help as a|b|c.
  CLI::Option* add_choice(CLI::App& command, const std::string& name, std::string& value, const std::vector<std::string>& words,
                          const std::string& help) {
    std::string type;
    for (const std::string& word : words) type += (type.empty() ? "" : "|") + word;
    return command.add_option(name, value, help)->check(CLI::IsMember(words).description(""))->type_name(type);
  }

  CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& help) {
    CLI::App* command = parent.add_subcommand(name, help);
    set_up_labels(*command);
    add_version(*command);
    add_choice(*command, "--lang", language_name_, {"zh", "en"}, text("消息的语言：zh 或 en（默认 zh）", "language of messages: zh (default) or en"));
    command
        ->add_option("--patterns", options_.patterns_directory,
                     text("规则目录：补充或覆盖内置规则库", "folder of patterns that add to or override the built-in ones"))
        ->type_name("DIR");
    command->add_flag("--quiet", options_.quiet, text("标准错误上只报错误，不显示进度", "errors only on standard error, no progress"));
    add_choice(*command, "--log-level", log_level_, {"error", "warning", "info", "debug"},
               text("标准错误上说多少（默认 warning）", "how much is said on standard error (default: warning)"));
    command
        ->add_option("--log", options_.event_log,
                     text("运行日志：追加到该文件，每行一个 JSON 事件", "append a log of the run to this file, a JSON event a line"))
        ->type_name("FILE");
    return command;
  }

  void add_output(CLI::App& command) {
    command
        .add_option(
            "-o,--output", options_.output,
            text("结果写入文件（写完才出现）；给出目录时每份报告写一个文件；默认标准输出",
                 "write the result to this file (it appears when it is whole), or one file a report into this folder; default: standard output"))
        ->type_name("FILE");
  }

  void add_format(CLI::App& command, Format standard, const std::vector<std::string>& words) {
    formats_[&command] = standard;
    const std::string name = standard == Format::text ? "text" : "jsonl";
    add_choice(command, "--format", format_, words, text("输出格式（默认 ", "what is written (default: ") + name + text("）", ")"));
  }

  // What every command that reads reports understands.
  void add_inputs(CLI::App& command) {
    command
        .add_option("INPUT", options_.inputs,
                    text("文件、目录（按名称顺序遍历）、压缩包（.zip、.tar、.tar.gz 等）、-（标准输入）或 @清单（一行一个）",
                         "a file, a folder (in name order), an archive (.zip, .tar, .tar.gz…), - (standard input) or @LIST (one a line)"))
        ->type_name("");
    add_choice(command, "--as", as_, {"txt", "docx"},
               text("输入的格式：txt 或 docx（默认按内容判断）", "the inputs' format: txt or docx (default: by content)"));
    command
        .add_option("--max-bytes", options_.limits.text_bytes,
                    text("单个文本的大小上限，可写 64MB（默认 256MB）", "a text larger than this is refused, 64MB is understood (default 256MB)"))
        ->transform(CLI::AsSizeValue(false).description(""))
        ->type_name("SIZE");
    command
        .add_option_function<std::vector<std::string>>(
            "--limit",
            [this](const std::vector<std::string>& assignments) {
              for (const std::string& assignment : assignments)
                if (const std::string wrong = set_limit(options_.limits, assignment); !wrong.empty()) throw CLI::ValidationError("--limit", wrong);
            },
            text("Word 文件和压缩包的上限，可多次给出；名称和默认值：",
                 "a bound for Word files and archives, may be given several times; names and defaults: ") +
                limit_names())
        ->allow_extra_args(false)
        ->type_name("NAME=N");
  }

  void add_reading_command(Command command, const std::string& name, const std::string& help, Format standard) {
    CLI::App* sub = add_command(app_, name, help);
    commands_[sub] = command;
    add_inputs(*sub);
    sub->get_option("INPUT")->required();
    std::vector<std::string> words{"text", "jsonl", "csv"};
    if (command == Command::audit) words.insert(words.end(), {"sarif", "html", "xlsx", "docx"});
    add_format(*sub, standard, words);
    add_output(*sub);
    sub->add_flag("--bom", options_.bom,
                  text("csv：供 Excel 打开（加字节顺序标记，公式样的文字前加撇号）",
                       "csv: for Excel (a byte order mark, an apostrophe before text that looks like a formula)"));
    sub->add_flag("--all-numbers", options_.all_numbers,
                  text("同时列出不是指标数字的数（日期、编号等）", "also every number that is no figure (dates, list numbers…)"));
    sub->add_option(
           "--threads", options_.threads,
           text("同时处理的文档数（默认与处理器核数相同；不影响结果）", "documents read at once (default: one a processor; changes no result)"))
        ->check(CLI::Range(1U, 1024U).description(""))
        ->type_name("N");
    add_choice(*sub, "--color", color_, {"auto", "always", "never"},
               text("颜色：auto（默认，仅终端）、always、never", "auto (default: on a terminal), always or never"));
    sub->footer(text("退出状态：0 未发现不一致；1 有不一致，或多个输入中有被拒绝的；2 什么也没能做",
                     "Exit status: 0 nothing inconsistent; 1 something is, or one of several inputs was refused; 2 nothing could be done") +
                "\n" + text("示例：\n", "Examples:\n") + "  gouji " + name + " report.txt\n  gouji " + name +
                " reports/ --format jsonl -o result.jsonl --threads 4\n  iconv -f GBK -t UTF-8 a.txt | gouji " + name + " -");
  }

  void add_ingest_command() {
    CLI::App* sub = add_command(app_, "ingest", text("提取、核对并存入数据库（可断点续传）", "audit an archive into a store; resumable"));
    commands_[sub] = Command::ingest;
    add_inputs(*sub);
    sub->add_option("--to", options_.store,
                    text("数据库：sqlite:路径、postgresql://用户@主机/库 或 parquet:目录",
                         "the store: sqlite:PATH, postgresql://USER@HOST/DATABASE or parquet:FOLDER"))
        ->required()
        ->type_name("STORE");
    sub->add_flag("--resume", options_.resume,
                  text("接着上次：台账中已有且未变化的文件不再读取", "go on: what the ledger has and did not change is not read again"));
    sub->add_flag("--retry-failed", options_.retry_failed,
                  text("重试台账中未能读取的文件；不给 INPUT 时只重试这些", "try what the ledger has as refused again; without INPUT only that"));
    add_worker_options(*sub);
    sub->footer(
        text("退出状态：0 未发现不一致；1 有不一致，或有未能读取的；2 什么也没能做",
             "Exit status: 0 nothing inconsistent; 1 something is, or an input was refused; 2 nothing could be done") +
        "\n" + text("示例：\n", "Examples:\n") +
        "  gouji ingest reports/ --to sqlite:reports.db\n  gouji ingest reports/ --to sqlite:reports.db --resume\n  gouji status sqlite:reports.db");
  }

  void add_worker_options(CLI::App& command) {
    command.add_option("--jobs", options_.threads, text("同时工作的进程数（默认与处理器核数相同）", "worker processes (default: one a processor)"))
        ->check(CLI::Range(1U, 1024U).description(""))
        ->type_name("N");
    command
        .add_option("--timeout", options_.timeout_seconds,
                    text("单个文件的时限，秒（默认 120；0 不限）", "seconds for one input (default 120; 0: none)"))
        ->check(CLI::Range(0U, 86400U).description(""))
        ->type_name("SECONDS");
    command
        .add_option("--limit-memory", options_.memory_limit,
                    text("每个进程的内存上限，可写 2GB（默认 4GB；0 不限）", "memory of one worker, 2GB is understood (default 4GB; 0: none)"))
        ->transform(CLI::AsSizeValue(false).description(""))
        ->type_name("SIZE");
    command.add_option("--metrics", options_.metrics, text("指标文件（Prometheus 文本格式）", "a file of metrics in Prometheus text format"))
        ->type_name("FILE");
  }

  void add_status_command() {
    CLI::App* sub = add_command(app_, "status", text("显示数据库中的台账", "show what a store holds and what became of every input"));
    commands_[sub] = Command::status;
    sub->add_option("STORE", options_.store,
                    text("数据库：sqlite:路径、postgresql://用户@主机/库 或 parquet:目录",
                         "the store: sqlite:PATH, postgresql://USER@HOST/DATABASE or parquet:FOLDER"))
        ->required()
        ->type_name("");
    add_format(*sub, Format::text, {"text", "jsonl"});
    add_output(*sub);
    sub->add_flag("--refused", options_.refused_only,
                  text("只列出未能读取的文件，可作为 @清单 再次给出", "only the refused inputs, as a list that @LIST takes back"));
    sub->footer(text("示例：\n", "Examples:\n") + "  gouji status sqlite:reports.db\n  gouji status sqlite:reports.db --refused -o refused.list");
  }

  void add_numbers_command() {
    CLI::App* sub = add_command(
        app_, "numbers",
        text("从标准输入逐行读取，说明其中每个数如何解读（jsonl）", "read lines from standard input, say how every number in them is read (jsonl)"));
    commands_[sub] = Command::numbers;
    add_output(*sub);
    sub->footer(text("示例：\n", "Examples:\n") + "  echo 全年支出三千五百万元 | gouji numbers");
  }

  void add_patterns_command() {
    CLI::App* patterns = app_.add_subcommand("patterns", text("显示或自检规则库", "show or test the pattern library"));
    set_up_labels(*patterns);
    patterns->require_subcommand(0, 1);
    CLI::App* list = add_command(*patterns, "list", text("列出规则库的条目", "list the entries of the library"));
    CLI::App* test = add_command(*patterns, "test", text("运行每个条目自带的正例和反例", "run every entry's own examples"));
    commands_[list] = Command::patterns_list;
    commands_[test] = Command::patterns_test;
    for (CLI::App* sub : {list, test}) {
      add_format(*sub, Format::text, {"text", "jsonl"});
      add_output(*sub);
    }
  }

  // The innermost command that the command line names.
  CLI::App& chosen() {
    CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return *app;
  }
  std::string chosen_name() {
    std::string name = "gouji";
    for (CLI::App* app = &app_; !app->get_subcommands().empty(); name += " " + app->get_name()) app = app->get_subcommands().front();
    return name;
  }

  tl::unexpected<Error> usage(std::string what, std::string hint = {}) {
    if (hint.empty()) hint = text("用法见 ", "usage: ") + chosen_name() + " --help";
    return fail("usage", std::move(what), std::move(hint));
  }

  tl::unexpected<Error> unexpected() {
    const std::vector<std::string> rest = app_.remaining(true);
    const std::string word = rest.empty() ? std::string() : rest.front();
    const bool is_option = word.starts_with("-");
    std::vector<std::string> known;
    for (const CLI::Option* option : chosen().get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
    if (!is_option) {
      known.clear();
      for (const CLI::App* sub : chosen().get_subcommands(nullptr)) known.push_back(sub->get_name());
    }
    const std::string near = closest(word.substr(0, word.find('=')), known);
    return usage((is_option ? text("没有这个选项：", "unknown option: ") : text("没有这个命令：", "unknown command: ")) + word,
                 near.empty() ? std::string() : text("是不是想用 ", "did you mean ") + near + text("？", "?"));
  }

  // Options that do not go together; "" where they do.
  std::string contradiction() const {
    const bool lists_numbers = options_.format == Format::text || options_.format == Format::jsonl;
    if (options_.all_numbers && !lists_numbers) return text("--all-numbers 只用于 text 和 jsonl", "--all-numbers is for text and jsonl only");
    if (options_.bom && options_.format != Format::csv) return text("--bom 只用于 --format csv", "--bom is for --format csv only");
    return {};
  }

  Result<CommandLine> finished() {
    CLI::App& app = chosen();
    options_.command = commands_.at(&app);
    if (options_.command == Command::ingest && options_.inputs.empty() && !options_.retry_failed)
      return usage(text("没有给出 INPUT", "no INPUT given"));
    options_.format = formats_.contains(&app) ? formats_.at(&app) : Format::jsonl;
    static const std::map<std::string, Format> formats{{"text", Format::text},   {"jsonl", Format::jsonl}, {"csv", Format::csv},
                                                       {"sarif", Format::sarif}, {"html", Format::html},   {"xlsx", Format::xlsx},
                                                       {"docx", Format::docx}};
    if (!format_.empty()) options_.format = formats.at(format_);
    if (!color_.empty()) options_.color = color_ == "always" ? Color::always : (color_ == "never" ? Color::never : Color::automatic);
    static const std::map<std::string, LogLevel> levels{
        {"error", LogLevel::error}, {"warning", LogLevel::warning}, {"info", LogLevel::info}, {"debug", LogLevel::debug}};
    if (!log_level_.empty()) options_.log_level = levels.at(log_level_);
    options_.read_as = as_ == "txt" ? corpus::InputFormat::txt : as_ == "docx" ? corpus::InputFormat::docx : corpus::InputFormat::by_content;
    if (options_.quiet) options_.log_level = LogLevel::error;
    return options_;
  }

  Language language_;
  CLI::App app_;
  Options options_;
  std::string language_name_, as_, format_, color_, log_level_;
  std::map<const CLI::App*, Command> commands_;
  std::map<const CLI::App*, Format> formats_;
};

}  // namespace

Result<CommandLine> parse_command_line(int argc, const char* const* argv) { return Parser(language_of(argc, argv)).parse(argc, argv); }

}  // namespace gouji::app

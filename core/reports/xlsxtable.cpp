// SPDX-License-Identifier: MIT
#include "core/reports/xlsxtable.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <cstring>

namespace rollcall {

namespace {

constexpr lxw_row_t rowsOfASheet = LXW_ROW_MAX;
constexpr qsizetype maximumCharacters = 32'767;

/// What a cell can hold of \a utf8: lines that end with LF, no other control characters than TAB, and nothing
/// that XML has no place for. Excel reads "_x0041_" as "A" (ECMA-376 part 1, 22.9.2.19), so that an
/// underscore before one is written as such.
QByteArray cellText(const QByteArray &utf8)
{
    static const QRegularExpression lineEnd(QStringLiteral("\r\n?"));
    static const QRegularExpression unwritable(
        QStringLiteral("[^\\x{9}\\x{A}\\x{20}-\\x{7E}\\x{80}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]"));
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    QString text = QString::fromUtf8(utf8);
    text.replace(lineEnd, QStringLiteral("\n"));
    text.replace(unwritable, QString(QChar::ReplacementCharacter));
    text.replace(escape, QStringLiteral("_x005F_"));
    if (text.size() > maximumCharacters)
        text.truncate(text.at(maximumCharacters - 1).isHighSurrogate() ? maximumCharacters - 1
                                                                       : maximumCharacters);
    return text.toUtf8();
}

double columnWidth(QByteArrayView name)
{
    if (name.startsWith("url") || name.startsWith("final_url") || name == "message" || name == "page_title")
        return 50;
    return name.endsWith("expires") || name.endsWith("_at") ? 22 : 13;
}

} // namespace

/// The workbook in the making.
class XlsxTable::Book
{
public:
    explicit Book(QByteArrayList columnNames) : m_columnNames(std::move(columnNames)) {}
    ~Book()
    {
        if (m_book)
            lxw_workbook_free(m_book);
    }
    Book(const Book &) = delete;
    Book &operator=(const Book &) = delete;

    QString path() const { return m_folder.filePath(QStringLiteral("report.xlsx")); }

    lxw_error open()
    {
        if (!m_folder.isValid())
            return LXW_ERROR_CREATING_TMPFILE;
        m_temporaryFolder = QFile::encodeName(m_folder.path());
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_temporaryFolder.data();
        m_book = workbook_new_opt(QFile::encodeName(path()).constData(), &options);
        if (!m_book)
            return LXW_ERROR_MEMORY_MALLOC_FAILED;
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        m_milliseconds = workbook_add_format(m_book);
        format_set_num_format(m_milliseconds, "0.0");
        m_moment = workbook_add_format(m_book);
        format_set_num_format(m_moment, "yyyy-mm-dd hh:mm:ss");
        return beginSheet();
    }

    void add(const ReportValue &cell)
    {
        if (m_column == 0 && m_row == rowsOfASheet)
            note(beginSheet());
        note(std::visit([this](const auto &value) { return put(value); }, cell));
        ++m_column;
    }

    /// What went wrong first in this row or before it.
    lxw_error endRow()
    {
        m_column = 0;
        ++m_row;
        return m_error;
    }

    /// Writes the file at path().
    lxw_error close()
    {
        endSheet();
        return workbook_close(std::exchange(m_book, nullptr));
    }

private:
    lxw_error beginSheet()
    {
        endSheet();
        const QByteArray sheetName =
            ++m_sheets == 1 ? QByteArray("Results") : "Results " + QByteArray::number(m_sheets);
        m_sheet = workbook_add_worksheet(m_book, sheetName.constData());
        if (!m_sheet)
            return LXW_ERROR_MEMORY_MALLOC_FAILED;
        worksheet_freeze_panes(m_sheet, 1, 0);
        m_row = 0;
        lxw_col_t column = 0;
        for (const QByteArray &name : m_columnNames) {
            worksheet_set_column(m_sheet, column, column, columnWidth(name), nullptr);
            note(worksheet_write_string(m_sheet, m_row, column++, name.constData(), m_bold));
        }
        ++m_row;
        return m_error;
    }

    void endSheet()
    {
        if (m_sheet)
            worksheet_autofilter(m_sheet, 0, 0, m_row - 1, lxw_col_t(m_columnNames.size() - 1));
    }

    void note(lxw_error error)
    {
        if (m_error == LXW_NO_ERROR)
            m_error = error;
    }

    lxw_error put(std::monostate) { return LXW_NO_ERROR; }
    lxw_error put(const QByteArray &text)
    {
        return worksheet_write_string(m_sheet, m_row, m_column, cellText(text).constData(), nullptr);
    }
    lxw_error put(qint64 number)
    {
        return worksheet_write_number(m_sheet, m_row, m_column, double(number), nullptr);
    }
    lxw_error put(std::chrono::microseconds time)
    {
        const qint64 tenths = (time.count() + 50) / 100;
        return worksheet_write_number(m_sheet, m_row, m_column, double(tenths) / 10, m_milliseconds);
    }
    lxw_error put(const QDateTime &moment)
    {
        const QDateTime utc = moment.toUTC();
        const QDate date = utc.date();
        const QTime time = utc.time();
        if (date.year() < 1900) // Excel's dates begin there
            return put(utc.toString(Qt::ISODateWithMs).toLatin1());
        lxw_datetime value{date.year(), date.month(),  date.day(),
                           time.hour(), time.minute(), double(time.second()) + time.msec() / 1000.0};
        return worksheet_write_datetime(m_sheet, m_row, m_column, &value, m_moment);
    }
    lxw_error put(const QList<RedirectHop> &hops) { return put(qint64(hops.size())); }

    QByteArrayList m_columnNames;
    lxw_error m_error = LXW_NO_ERROR;
    QTemporaryDir m_folder;
    QByteArray m_temporaryFolder;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_milliseconds = nullptr;
    lxw_format *m_moment = nullptr;
    lxw_row_t m_row = 0;
    lxw_col_t m_column = 0;
    int m_sheets = 0;
};

XlsxTable::XlsxTable(QIODevice &device, const ReportOptions & /*options*/) : m_device(device) {}

XlsxTable::~XlsxTable() = default;

bool XlsxTable::begin(const QByteArrayList &columnNames)
{
    m_book = std::make_unique<Book>(columnNames);
    const lxw_error error = m_book->open();
    return error == LXW_NO_ERROR || fail(QString::fromLatin1(lxw_strerror(error)));
}

void XlsxTable::add(const ReportValue &value)
{
    m_book->add(value);
}

bool XlsxTable::endRow()
{
    const lxw_error error = m_book->endRow();
    return error == LXW_NO_ERROR || fail(QString::fromLatin1(lxw_strerror(error)));
}

bool XlsxTable::end()
{
    const lxw_error error = m_book->close();
    if (error != LXW_NO_ERROR)
        return fail(QString::fromLatin1(lxw_strerror(error)));
    return copyToDevice();
}

bool XlsxTable::copyToDevice()
{
    constexpr qint64 blockBytes = 64 * 1024;
    QFile file(m_book->path());
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.errorString());
    for (;;) {
        const QByteArray block = file.read(blockBytes);
        if (block.isEmpty())
            return file.error() == QFileDevice::NoError || fail(file.errorString());
        if (m_device.write(block) != block.size())
            return false;
    }
}

bool XlsxTable::fail(const QString &problem)
{
    m_problem = QStringLiteral("the workbook in the temporary folder \"%1\" failed: %2")
                    .arg(QDir::tempPath(), problem.endsWith(u'.') ? problem.chopped(1) : problem);
    return false;
}

} // namespace rollcall

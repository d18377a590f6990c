// SPDX-License-Identifier: MIT
// The page of an HTML report around the rows of its table: head, style, totals, charts, script.
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace rollcall {

/// What a page shows around its rows. Everything is HTML, escaped by whoever fills it in.
struct HtmlPage {
    HtmlPage() = default;

    QByteArray title;
    QByteArray subtitle; ///< a line below the title
    QByteArray tiles;    ///< of htmlTile()
    QByteArray charts;
    QByteArray tableTitle;
    QByteArray note;        ///< above the table; may be empty
    QByteArray firstColumn; ///< the heading of what the filter chooses by
    QByteArray lastColumn;
    QByteArray allChoices; ///< what the filter calls everything
    std::vector<std::pair<QByteArray, QByteArray>>
        choices; ///< of the filter: the key in the rows, and its name
};

/// Whether a page has the script that sorts and filters its table.
enum class HtmlScript { None, Table };

/// The page up to its body, with a policy that allows our style and that script alone; \a title is HTML.
QByteArray htmlHead(const QByteArray &title, HtmlScript script);

/// A total with its name; \a styleClass may be "failed".
QByteArray htmlTile(const QByteArray &name, const QByteArray &value, const char *styleClass = "");

/// Everything before the rows of the table, which htmlRow() makes.
QByteArray htmlPageBegin(const HtmlPage &page);
/// Everything behind the rows.
QByteArray htmlPageEnd();

} // namespace rollcall

// SPDX-License-Identifier: MIT
#include "ui/rowvalues.h"

#include "ui/facet.h"

namespace rollcall::rowvalue {

namespace {

using Row = const ResultRow &;

/// What \a member answers for the row's result.
template <class Member>
auto ofResult(Row row, Member member)
{
    using Value = decltype(member(*row.result));
    return row.result ? member(*row.result) : Value();
}

template <auto Member>
auto ofServer(Row row)
{
    using Value = std::remove_cvref_t<decltype(std::declval<ServerFacts>().*Member)>;
    return row.result ? row.result->server().*Member : Value();
}

template <auto Member>
Time phase(Row row)
{
    return ofResult(row, [](const KeptResult &result) { return result.times().*Member; });
}

} // namespace

QByteArray url(Row row)
{
    return row.entry.url;
}

QString name(Row row)
{
    return row.entry.details().name;
}

QString group(Row row)
{
    return row.entry.details().group;
}

QString tags(Row row)
{
    return row.entry.details().tags.join(QStringLiteral(", "));
}

ErrorKind error(Row row)
{
    return row.result ? row.result->error() : ErrorKind::None;
}

Number status(Row row)
{
    const int code = row.result ? row.result->status() : 0;
    return code != 0 ? Number(code) : std::nullopt;
}

Number bodyBytes(Row row)
{
    return ofResult(row, [](const KeptResult &result) { return result.bodyBytes(); });
}

Number wireBytes(Row row)
{
    return ofResult(row, [](const KeptResult &result) { return result.wireBytes(); });
}

Number attempts(Row row)
{
    return row.result ? Number(row.result->attempts()) : std::nullopt;
}

Number redirects(Row row)
{
    return attempts(row).value_or(0) > 0 ? Number(row.result->redirects()) : std::nullopt;
}

QByteArray contentType(Row row)
{
    return ofServer<&ServerFacts::contentType>(row);
}

QByteArray mediaType(Row row)
{
    return mediaTypeOf(contentType(row));
}

QByteArray finalUrl(Row row)
{
    return row.result ? row.result->finalUrl(row.entry.url) : QByteArray();
}

QByteArray httpVersion(Row row)
{
    return ofServer<&ServerFacts::httpVersion>(row);
}

QByteArray remoteIp(Row row)
{
    return ofServer<&ServerFacts::remoteIp>(row);
}

QByteArray tlsVersion(Row row)
{
    return ofServer<&ServerFacts::tlsVersion>(row);
}

QByteArray bodySha256(Row row)
{
    return ofResult(row, [](const KeptResult &result) { return result.bodySha256(); });
}

QString pageTitle(Row row)
{
    return ofResult(row, [](const KeptResult &result) { return result.pageTitle(); });
}

QString certificateIssuer(Row row)
{
    return ofServer<&ServerFacts::certificateIssuer>(row);
}

Moment certificateExpires(Row row)
{
    return ofServer<&ServerFacts::certificateExpires>(row);
}

Moment startedAt(Row row)
{
    return ofResult(row, [](const KeptResult &result) { return result.startedAt(); });
}

Time queueTime(Row row)
{
    return ofResult(row, [](const KeptResult &result) { return result.queueTime(); });
}

Time dns(Row row)
{
    return phase<&FetchTimes::dns>(row);
}

Time connectTime(Row row)
{
    return phase<&FetchTimes::connect>(row);
}

Time tls(Row row)
{
    return phase<&FetchTimes::tls>(row);
}

Time firstByte(Row row)
{
    return phase<&FetchTimes::firstByte>(row);
}

Time total(Row row)
{
    return ofResult(row, [](const KeptResult &result) { return result.total(); });
}

} // namespace rollcall::rowvalue

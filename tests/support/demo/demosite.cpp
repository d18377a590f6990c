// SPDX-License-Identifier: MIT
#include "tests/support/demo/demosite.h"

namespace rollcall::test {

namespace {

using namespace std::chrono_literals;

const Headers html{{"Content-Type", "text/html; charset=utf-8"}};
const Headers plainText{{"Content-Type", "text/plain; charset=utf-8"}};

struct Page {
    const char *path;
    const char *shows;
    Script script;
};

QByteArray page(const QByteArray &title)
{
    return "<!doctype html><title>" + title + "</title><p>" + title + "</p>\n";
}

Headers with(Headers headers, const QByteArray &name, const QByteArray &value)
{
    headers.append({name, value});
    return headers;
}

// A head that announces \a bytes, without a body.
Send head(qint64 bytes)
{
    return Send(httpResponse(200, with(plainText, "Content-Length", QByteArray::number(bytes))));
}

QList<Page> goodPages()
{
    const QByteArray block(65'536, 'x');
    const QByteArray repetitive = page("compressed").repeated(500);
    return {
        {"/ok", "a small page", {Send(httpResponse(200, html, page("ok")))}},
        {"/large", "20 MiB", {head(320 * block.size()), Repeat(block, 320)}},
        {"/gzip",
         "a compressed body: fewer bytes on the wire",
         {Send(httpResponse(200, with(html, "Content-Encoding", "gzip"), gzipped(repetitive)))}},
        {"/chunked",
         "a body in chunks",
         {Send(httpResponse(200, with(html, "Transfer-Encoding", "chunked"),
                            chunked({page("one"), page("two")})))}},
        {"/empty", "no body (204)", {Send(httpResponse(204))}},
        {"/slow", "three seconds until the answer", {Wait(3s), Send(httpResponse(200, html, page("slow")))}},
        {"/drip", "a body that takes five seconds", {head(50), SendDripped(QByteArray(50, '.'), 1, 100ms)}},
        {"/moved", "one redirect (301)", {Send(redirect(301, "/ok"))}},
        {"/chain", "three redirects (302, 303, 307)", {Send(redirect(302, "/chain/2"))}},
    };
}

QList<Page> refusingPages()
{
    return {
        {"/missing", "404", {Send(httpResponse(404, html, page("not found")))}},
        {"/gone", "410", {Send(httpResponse(410, html, page("gone")))}},
        {"/error", "500", {Send(httpResponse(500, html, page("internal error")))}},
        {"/unavailable", "503", {Send(httpResponse(503, with(html, "Retry-After", "60"), page("later")))}},
        {"/busy",
         "429, too many requests",
         {Send(httpResponse(429, with(html, "Retry-After", "60"), page("busy")))}},
        {"/challenge",
         "a bot protection (403)",
         {Send(httpResponse(403, with(html, "cf-mitigated", "challenge"), page("Just a moment...")))}},
        {"/loop", "redirects in a circle", {Send(redirect(302, "/loop/back"))}},
        {"/endless", "redirects without end", {Send(redirect(302, "/endless/next?n=1"))}},
        {"/to-file",
         "a redirect to a local file, which is never opened",
         {Send(redirect(302, "file:///etc/hostname"))}},
        {"/nowhere", "a redirect without a target", {Send(httpResponse(302))}},
    };
}

QList<Page> brokenPages()
{
    const QByteArray mebibyte(1'048'576, 'x');
    const QByteArray damaged = gzipped(page("damaged").repeated(100)).replace(20, 8, "damaged!");
    return {
        {"/closed", "the connection is closed without an answer", closeWithoutAnswer()},
        {"/reset", "the connection is reset", {Reset()}},
        {"/truncated", "10 of 1000 bytes, then the end", {head(1000), Send("ten bytes."), Close()}},
        {"/bad-chunk",
         "a chunk size that is no number",
         {Send(httpResponse(200, with(html, "Transfer-Encoding", "chunked"), "zz\r\nbody\r\n0\r\n\r\n")),
          Close()}},
        {"/two-lengths",
         "two lengths that contradict each other",
         {Send(httpResponse(200, {{"Content-Length", "4"}, {"Content-Length", "5"}}, "12345")), Close()}},
        {"/not-http", "an answer that is no HTTP", {Send("220 mail.example ESMTP ready\r\n\r\n"), Close()}},
        {"/damaged-gzip",
         "a damaged compressed body",
         {Send(httpResponse(200, with(html, "Content-Encoding", "gzip"), damaged))}},
        {"/large-head",
         "2 MiB of header fields",
         {Send("HTTP/1.1 200 Scripted\r\n"), Repeat("X-Filler: " + QByteArray(1012, 'x') + "\r\n", 2048),
          Send("Content-Length: 0\r\n\r\n")}},
        {"/too-large",
         "a body of 65 MiB, more than the default limit",
         {head(65 * mebibyte.size()), Repeat(mebibyte, 65)}},
        {"/silent", "no answer until the time-out", {WaitForever()}},
        {"/stalled",
         "half a body, then nothing until the time-out",
         {head(100), Send(QByteArray(50, '.')), WaitForever()}},
    };
}

// Places that pages above redirect to; not in the list themselves.
void addTargets(FaultServer &server)
{
    server.on("/chain/2", {Send(redirect(303, "/chain/3"))});
    server.on("/chain/3", {Send(redirect(307, "/ok"))});
    server.on("/loop/back", {Send(redirect(302, "/loop"))});
    server.on("/endless/next", [](const Request &request) -> Script {
        const int n = request.target.mid(request.target.indexOf('=') + 1).toInt();
        return {Send(redirect(302, "/endless/next?n=" + QByteArray::number(n + 1)))};
    });
}

} // namespace

QList<DemoUrl> addDemoPages(FaultServer &server)
{
    QList<DemoUrl> urls;
    for (const Page &each : goodPages() + refusingPages() + brokenPages()) {
        server.on(each.path, each.script);
        urls.append(DemoUrl{server.url(each.path), each.shows});
    }
    addTargets(server);
    return urls;
}

} // namespace rollcall::test

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AddList</name>
    <message>
        <source>adding the list “%1”</source>
        <translation>Anlegen der Liste „%1“</translation>
    </message>
    <message>
        <source>duplicating a list as “%1”</source>
        <translation>Duplizieren einer Liste als „%1“</translation>
    </message>
</context>
<context>
    <name>AddRows</name>
    <message numerus="yes">
        <source>adding %1 URL(s)</source>
        <translation>
            <numerusform>Hinzufügen von %1 URL</numerusform>
            <numerusform>Hinzufügen von %1 URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Up again</source>
        <translation>Wieder da</translation>
    </message>
    <message>
        <source>Answers, but not well</source>
        <translation>Antwortet, aber nicht gut</translation>
    </message>
    <message>
        <source>Certificate ends soon</source>
        <translation>Zertifikat endet bald</translation>
    </message>
    <message>
        <source>Content changed</source>
        <translation>Inhalt geändert</translation>
    </message>
    <message>
        <source>Leads elsewhere</source>
        <translation>Führt woandershin</translation>
    </message>
    <message>
        <source>Keeps going up and down</source>
        <translation>Fällt immer wieder aus</translation>
    </message>
    <message>
        <source>Steady again</source>
        <translation>Wieder beständig</translation>
    </message>
    <message>
        <source>No network here</source>
        <translation>Kein Netz hier</translation>
    </message>
    <message>
        <source>Network is back</source>
        <translation>Netz ist wieder da</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 is up again</source>
        <translation>%1 ist wieder da</translation>
    </message>
    <message>
        <source>%1 answers, but not well</source>
        <translation>%1 antwortet, aber nicht gut</translation>
    </message>
    <message>
        <source>The certificate of %1 ends soon</source>
        <translation>Das Zertifikat von %1 läuft bald ab</translation>
    </message>
    <message>
        <source>The content of %1 has changed</source>
        <translation>Der Inhalt von %1 hat sich geändert</translation>
    </message>
    <message>
        <source>%1 leads elsewhere</source>
        <translation>%1 führt anderswohin</translation>
    </message>
    <message>
        <source>%1 keeps going up and down</source>
        <translation>%1 fällt immer wieder aus</translation>
    </message>
    <message>
        <source>%1 is steady again</source>
        <translation>%1 ist wieder beständig</translation>
    </message>
    <message>
        <source>There is no network here</source>
        <translation>Hier ist kein Netzwerk</translation>
    </message>
    <message>
        <source>The network is back</source>
        <translation>Das Netzwerk ist wieder da</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>Dies ist ein Test</translation>
    </message>
    <message numerus="yes">
        <source>%1 day(s) are left</source>
        <translation>
            <numerusform>%1 Tag bleibt</numerusform>
            <numerusform>%1 Tage bleiben</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 changes of watched URL(s)</source>
        <translation>
            <numerusform>%1 Änderung bei beobachteten URLs</numerusform>
            <numerusform>%1 Änderungen bei beobachteten URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeUrl</name>
    <message>
        <source>editing a URL</source>
        <translation>Ändern einer URL</translation>
    </message>
</context>
<context>
    <name>ChartPainter</name>
    <message>
        <source>incident</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95. Perzentil</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
</context>
<context>
    <name>ChartScaleText</name>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month below a chart, as QDateTime::toString() takes it</extracomment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>CheckSummary</name>
    <message numerus="yes">
        <source>Stopped after %1 of %2 URL(s).</source>
        <translation>
            <numerusform>Nach %1 von %2 URL angehalten.</numerusform>
            <numerusform>Nach %1 von %2 URLs angehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 URL(s) failed.</source>
        <translation>
            <numerusform>%1 von %2 URL fehlgeschlagen.</numerusform>
            <numerusform>%1 von %2 URLs fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %2 URL(s) failed, %1 with a warning.</source>
        <translation>
            <numerusform>Keine von %2 URL fehlgeschlagen, %1 mit Warnung.</numerusform>
            <numerusform>Keine von %2 URLs fehlgeschlagen, %1 mit Warnung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 URL(s) answered well.</source>
        <translation>
            <numerusform>%1 URL hat gut geantwortet.</numerusform>
            <numerusform>Alle %1 URLs haben gut geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <translation>Pause bei %1 %</translation>
    </message>
    <message>
        <source>Checking: %1 %</source>
        <translation>Prüfung: %1 %</translation>
    </message>
</context>
<context>
    <name>CopyFormats</name>
    <message>
        <source>As &amp;shown</source>
        <translation>Wie an&amp;gezeigt</translation>
    </message>
    <message>
        <source>&amp;TSV</source>
        <translation>&amp;TSV</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>c&amp;url command</source>
        <translation>c&amp;url-Befehl</translation>
    </message>
</context>
<context>
    <name>CopyRows</name>
    <message numerus="yes">
        <source>copying %1 URL(s) to “%2”</source>
        <translation>
            <numerusform>Kopieren von %1 URL nach „%2“</numerusform>
            <numerusform>Kopieren von %1 URLs nach „%2“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Import URL lists</source>
        <translation>URL-Listen importieren</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
        <source>Rollcall %1

Checks a list of URLs at once and shows who answers.

Free software under the MIT licence.</source>
        <translation>Rollcall %1

Prüft eine Liste von URLs gleichzeitig und zeigt, wer antwortet.

Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>About Rollcall</source>
        <translation>Über Rollcall</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source> (%1 %)</source>
        <comment>by how much more or less</comment>
        <translation> (%1 %)</translation>
    </message>
    <message>
        <source>Newly broken</source>
        <translation>Neu fehlgeschlagen</translation>
    </message>
    <message>
        <source>Still broken</source>
        <translation>Weiter fehlgeschlagen</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Wieder in Ordnung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugekommen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Other bytes</source>
        <translation>Andere Größe</translation>
    </message>
    <message>
        <source>Other target</source>
        <translation>Anderes Ziel</translation>
    </message>
    <message>
        <source>Other title</source>
        <translation>Anderer Titel</translation>
    </message>
    <message>
        <source>Other certificate</source>
        <translation>Anderes Zertifikat</translation>
    </message>
    <message>
        <source>Other content</source>
        <translation>Anderer Inhalt</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>%1 before, %2 now</source>
        <translation>vorher %1, jetzt %2</translation>
    </message>
</context>
<context>
    <name>ErrorKind</name>
    <message>
        <source>Invalid URL</source>
        <translation>Ungültige URL</translation>
    </message>
    <message>
        <source>This is not a URL that can be called; correct its spelling.</source>
        <translation>Diese URL lässt sich nicht aufrufen; ihre Schreibweise ist zu berichtigen.</translation>
    </message>
    <message>
        <source>Not http or https</source>
        <translation>Nicht http oder https</translation>
    </message>
    <message>
        <source>Only http and https URLs are called; this one was left alone.</source>
        <translation>Nur http- und https-URLs werden aufgerufen; diese blieb unberührt.</translation>
    </message>
    <message>
        <source>Unknown host</source>
        <translation>Unbekannter Host</translation>
    </message>
    <message>
        <source>The host name does not exist; check its spelling and whether the domain is still registered.</source>
        <translation>Den Hostnamen gibt es nicht; vielleicht ist er falsch geschrieben oder die Domain nicht mehr registriert.</translation>
    </message>
    <message>
        <source>Name look-up failed</source>
        <translation>Namensauflösung gescheitert</translation>
    </message>
    <message>
        <source>The name server gave no usable answer; try again, or check this computer&apos;s name servers.</source>
        <translation>Der Nameserver gab keine brauchbare Antwort; es hilft, es noch einmal zu versuchen oder die Nameserver dieses Rechners zu prüfen.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>The host is there but nothing listens on this port; check the port and whether the server is running.</source>
        <translation>Der Host ist da, aber auf diesem Port lauscht nichts; stimmt der Port, und läuft der Server?</translation>
    </message>
    <message>
        <source>Network unreachable</source>
        <translation>Netz nicht erreichbar</translation>
    </message>
    <message>
        <source>There is no route to the host; check the network connection, VPN and firewall.</source>
        <translation>Zum Host führt kein Weg; Netzverbindung, VPN und Firewall prüfen.</translation>
    </message>
    <message>
        <source>No connection in time</source>
        <translation>Keine Verbindung in der Zeit</translation>
    </message>
    <message>
        <source>The host did not accept a connection within the connect time-out; it may be down, or a firewall drops the packets.</source>
        <translation>Der Host nahm innerhalb der Frist keine Verbindung an; vielleicht ist er aus, oder eine Firewall verwirft die Pakete.</translation>
    </message>
    <message>
        <source>Proxy error</source>
        <translation>Proxy-Fehler</translation>
    </message>
    <message>
        <source>The proxy could not be used; check its address and credentials.</source>
        <translation>Der Proxy war nicht benutzbar; Adresse und Zugangsdaten prüfen.</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS-Handshake gescheitert</translation>
    </message>
    <message>
        <source>No secure connection could be agreed on; check the server&apos;s TLS versions and ciphers, and whether the port speaks TLS at all.</source>
        <translation>Es kam keine sichere Verbindung zustande; TLS-Versionen und Verfahren des Servers prüfen, und ob der Port überhaupt TLS spricht.</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired; it must be renewed.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen und muss erneuert werden.</translation>
    </message>
    <message>
        <source>Certificate not yet valid</source>
        <translation>Zertifikat noch nicht gültig</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet; check both clocks and the certificate.</source>
        <translation>Das Zertifikat des Servers gilt noch nicht; beide Uhren und das Zertifikat prüfen.</translation>
    </message>
    <message>
        <source>Certificate for another host</source>
        <translation>Zertifikat für anderen Host</translation>
    </message>
    <message>
        <source>The server&apos;s certificate does not name this host; it needs one that does.</source>
        <translation>Das Zertifikat des Servers nennt diesen Host nicht; er braucht eines, das ihn nennt.</translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>The certificate&apos;s issuer is unknown here; the server may not send its intermediate certificates, or a CA file is needed.</source>
        <translation>Der Aussteller des Zertifikats ist hier unbekannt; vielleicht schickt der Server seine Zwischenzertifikate nicht mit, oder es fehlt eine CA-Datei.</translation>
    </message>
    <message>
        <source>Self-signed certificate</source>
        <translation>Selbstsigniertes Zertifikat</translation>
    </message>
    <message>
        <source>The server signed its certificate itself; trust it with a CA file or have it signed by an authority.</source>
        <translation>Der Server hat sein Zertifikat selbst unterschrieben; ihm mit einer CA-Datei vertrauen oder es von einer Zertifizierungsstelle unterschreiben lassen.</translation>
    </message>
    <message>
        <source>Weak certificate</source>
        <translation>Schwaches Zertifikat</translation>
    </message>
    <message>
        <source>The certificate&apos;s key or signature is too weak to be trusted; it must be replaced.</source>
        <translation>Schlüssel oder Unterschrift des Zertifikats sind zu schwach, um ihm zu trauen; es muss ersetzt werden.</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>The server closed the connection without answering; look into its log.</source>
        <translation>Der Server schloss die Verbindung ohne Antwort; sein Protokoll gibt Auskunft.</translation>
    </message>
    <message>
        <source>Connection reset</source>
        <translation>Verbindung abgerissen</translation>
    </message>
    <message>
        <source>The connection was cut off; a crash of the server or a firewall is likely.</source>
        <translation>Die Verbindung wurde abgebrochen, wahrscheinlich durch einen Absturz des Servers oder eine Firewall.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>The server accepted the request but sent no answer in time; it may be overloaded.</source>
        <translation>Der Server nahm die Anfrage an, antwortete aber nicht rechtzeitig; vielleicht ist er überlastet.</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>The answer was not complete within the time-out; try a longer one or ask the server&apos;s owner.</source>
        <translation>Die Antwort war nicht rechtzeitig vollständig; eine längere Frist versuchen oder beim Betreiber nachfragen.</translation>
    </message>
    <message>
        <source>Answer cut short</source>
        <translation>Antwort abgeschnitten</translation>
    </message>
    <message>
        <source>The connection ended before the whole answer had arrived; fewer bytes came than were announced.</source>
        <translation>Die Verbindung endete, bevor die ganze Antwort da war; es kamen weniger Bytes als angekündigt.</translation>
    </message>
    <message>
        <source>Malformed answer</source>
        <translation>Fehlerhafte Antwort</translation>
    </message>
    <message>
        <source>The answer breaks the rules of HTTP; the server, or something in between, is faulty.</source>
        <translation>Die Antwort verletzt die Regeln von HTTP; der Server oder etwas dazwischen ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Cannot decompress</source>
        <translation>Nicht zu entpacken</translation>
    </message>
    <message>
        <source>The compressed body is damaged or of an unknown encoding; look at the server&apos;s compression settings.</source>
        <translation>Der gepackte Inhalt ist beschädigt oder unbekannt kodiert; die Kompressionseinstellungen des Servers prüfen.</translation>
    </message>
    <message>
        <source>Headers too large</source>
        <translation>Header zu groß</translation>
    </message>
    <message>
        <source>The answer&apos;s headers exceed the limit; look for runaway cookies.</source>
        <translation>Die Header der Antwort überschreiten die Grenze; oft sind es wuchernde Cookies.</translation>
    </message>
    <message>
        <source>Body too large</source>
        <translation>Inhalt zu groß</translation>
    </message>
    <message>
        <source>The body exceeds the largest size allowed, and the rest was not read; raise the limit if it is meant to be so large.</source>
        <translation>Der Inhalt überschreitet die erlaubte Größe, der Rest wurde nicht gelesen; die Grenze erhöhen, wenn er so groß sein soll.</translation>
    </message>
    <message>
        <source>Too many redirects</source>
        <translation>Zu viele Weiterleitungen</translation>
    </message>
    <message>
        <source>The chain of redirects is longer than the limit; shorten it or raise the limit.</source>
        <translation>Die Kette der Weiterleitungen ist länger als erlaubt; sie kürzen oder die Grenze erhöhen.</translation>
    </message>
    <message>
        <source>Redirect loop</source>
        <translation>Weiterleitungsschleife</translation>
    </message>
    <message>
        <source>The redirects lead back to a page already visited; correct the server&apos;s rules.</source>
        <translation>Die Weiterleitungen führen zu einer schon besuchten Seite zurück; die Regeln des Servers berichtigen.</translation>
    </message>
    <message>
        <source>Redirect not followed</source>
        <translation>Weiterleitung nicht befolgt</translation>
    </message>
    <message>
        <source>The redirect leads to a place that cannot be followed; correct its target.</source>
        <translation>Die Weiterleitung führt an einen Ort, dem nicht gefolgt werden kann; ihr Ziel berichtigen.</translation>
    </message>
    <message>
        <source>Client error</source>
        <translation>Client-Fehler</translation>
    </message>
    <message>
        <source>The server refuses the request (status 4xx); the page may have moved or need a log-in.</source>
        <translation>Der Server weist die Anfrage ab (Status 4xx); vielleicht ist die Seite umgezogen oder verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Server-Fehler</translation>
    </message>
    <message>
        <source>The server failed to handle the request (status 5xx); look into its log.</source>
        <translation>Der Server scheiterte an der Anfrage (Status 5xx); sein Protokoll gibt Auskunft.</translation>
    </message>
    <message>
        <source>Unexpected status</source>
        <translation>Unerwarteter Status</translation>
    </message>
    <message>
        <source>The server answered with a status that is not among the accepted ones.</source>
        <translation>Der Server antwortete mit einem Status, der nicht zu den akzeptierten gehört.</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>The server asks for fewer requests (status 429); lower the number per host.</source>
        <translation>Der Server bittet um weniger Anfragen (Status 429); die Zahl je Host verringern.</translation>
    </message>
    <message>
        <source>Bot challenge</source>
        <translation>Bot-Abwehr</translation>
    </message>
    <message>
        <source>A bot protection stands in front of the page; a browser may still reach it.</source>
        <translation>Vor der Seite steht eine Bot-Abwehr; ein Browser kommt vielleicht trotzdem durch.</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Weitergeleitet</translation>
    </message>
    <message>
        <source>The URL leads elsewhere; put its new place into the list.</source>
        <translation>Die URL führt woandershin; den neuen Ort in die Liste aufnehmen.</translation>
    </message>
    <message>
        <source>Unexpected target</source>
        <translation>Falsches Ziel</translation>
    </message>
    <message>
        <source>The URL does not lead where the list says, or not in that way; correct the redirect or the list.</source>
        <translation>Die URL führt nicht dorthin, wohin die Liste sagt, oder nicht auf diese Weise; die Weiterleitung oder die Liste berichtigen.</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>The whole answer took longer than the limit that was set for it.</source>
        <translation>Die ganze Antwort brauchte länger als die dafür gesetzte Grenze.</translation>
    </message>
    <message>
        <source>Certificate expires soon</source>
        <translation>Zertifikat läuft bald ab</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has few days left; renew it in time.</source>
        <translation>Das Zertifikat des Servers gilt nur noch wenige Tage; rechtzeitig erneuern.</translation>
    </message>
    <message>
        <source>Unexpected content</source>
        <translation>Unerwarteter Inhalt</translation>
    </message>
    <message>
        <source>The body does not hold what was expected; the page may show an error of its own.</source>
        <translation>Der Inhalt hat nicht, was erwartet wird; vielleicht zeigt die Seite selbst einen Fehler.</translation>
    </message>
    <message>
        <source>Unexpected headers</source>
        <translation>Unerwartete Kopfzeilen</translation>
    </message>
    <message>
        <source>The answer does not have the header that was expected.</source>
        <translation>Die Antwort hat die erwartete Kopfzeile nicht.</translation>
    </message>
    <message>
        <source>Content changed</source>
        <translation>Inhalt geändert</translation>
    </message>
    <message>
        <source>The body is not what it was at the last check.</source>
        <translation>Der Inhalt ist ein anderer als bei der letzten Prüfung.</translation>
    </message>
    <message>
        <source>Out of resources</source>
        <translation>Betriebsmittel erschöpft</translation>
    </message>
    <message>
        <source>This computer ran out of sockets, ports or memory; check fewer URLs at once.</source>
        <translation>Diesem Rechner gingen Sockets, Ports oder Speicher aus; weniger URLs gleichzeitig prüfen.</translation>
    </message>
    <message>
        <source>Local network down</source>
        <translation>Eigenes Netz ausgefallen</translation>
    </message>
    <message>
        <source>This computer itself seems to be offline; nothing is known about the server.</source>
        <translation>Dieser Rechner scheint selbst offline zu sein; über den Server ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The check was stopped before this URL was done.</source>
        <translation>Die Prüfung wurde angehalten, bevor diese URL fertig war.</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Interner Fehler</translation>
    </message>
    <message>
        <source>Rollcall itself failed on this URL; please report it.</source>
        <translation>Rollcall selbst scheiterte an dieser URL; bitte melden.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, signed by %2</source>
        <translation>%1, unterschrieben von %2</translation>
    </message>
    <message>
        <source>, valid from %1 to %2</source>
        <translation>, gültig von %1 bis %2</translation>
    </message>
    <message>
        <source>Not checked yet. “Check selected” calls it now.</source>
        <translation>Noch nicht geprüft. „Auswahl prüfen“ ruft sie jetzt auf.</translation>
    </message>
    <message>
        <source>Waits for a free place.</source>
        <translation>Wartet auf einen freien Platz.</translation>
    </message>
    <message>
        <source>Is being checked.</source>
        <translation>Wird gerade geprüft.</translation>
    </message>
    <message>
        <source>Answered with status %1 and %2 in %3.</source>
        <translation>Antwort mit Status %1 und %2 in %3.</translation>
    </message>
    <message numerus="yes">
        <source>It was redirected %n time(s).</source>
        <translation>
            <numerusform>Sie wurde %n-mal weitergeleitet.</numerusform>
            <numerusform>Sie wurde %n-mal weitergeleitet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>Server&apos;s certificate</source>
        <translation>Zertifikat des Servers</translation>
    </message>
    <message>
        <source>Sent with it</source>
        <translation>Mitgeschickt</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1 TiB</translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation>%1 PiB</translation>
    </message>
    <message>
        <source>%1 EiB</source>
        <translation>%1 EiB</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <translation>
            <numerusform>%1 Byte</numerusform>
            <numerusform>%1 Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>noch etwa %1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message numerus="yes">
        <source>%1 URL(s) added</source>
        <translation>
            <numerusform>%1 URL hinzugefügt</numerusform>
            <numerusform>%1 URLs hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 duplicate(s)</source>
        <translation>
            <numerusform>%1 Doppelte</numerusform>
            <numerusform>%1 Doppelte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 and %3 skipped.</source>
        <translation>%1, %2 und %3 übersprungen.</translation>
    </message>
    <message>
        <source>%1, %2 skipped.</source>
        <translation>%1, %2 übersprungen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 more could not be read.</source>
        <translation>
            <numerusform>%1 weitere war nicht lesbar.</numerusform>
            <numerusform>%1 weitere waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not shown one by one: %1.</source>
        <translation>Nicht einzeln gezeigt: %1.</translation>
    </message>
    <message>
        <source>New: %1. Duplicates: %2. No URLs: %3.</source>
        <translation>Neu: %1. Doppelt: %2. Keine URLs: %3.</translation>
    </message>
</context>
<context>
    <name>ListFormat</name>
    <message>
        <source>bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Prometheus targets</source>
        <translation>Prometheus-Ziele</translation>
    </message>
    <message>
        <source>Prometheus targets (YAML)</source>
        <translation>Prometheus-Ziele (YAML)</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>sitemap</source>
        <translation>Sitemap</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>MimeSources</name>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
</context>
<context>
    <name>MoveList</name>
    <message>
        <source>moving the list “%1”</source>
        <translation>Verschieben der Liste „%1“</translation>
    </message>
</context>
<context>
    <name>MoveRows</name>
    <message numerus="yes">
        <source>moving %1 URL(s) to “%2”</source>
        <translation>
            <numerusform>Verschieben von %1 URL nach „%2“</numerusform>
            <numerusform>Verschieben von %1 URLs nach „%2“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>Redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>Name look-up</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>Warten auf die Antwort</translation>
    </message>
    <message>
        <source>Receiving the body</source>
        <translation>Empfang des Inhalts</translation>
    </message>
</context>
<context>
    <name>RemoveList</name>
    <message>
        <source>deleting the list “%1”</source>
        <translation>Löschen der Liste „%1“</translation>
    </message>
</context>
<context>
    <name>RemoveRows</name>
    <message numerus="yes">
        <source>removing %1 URL(s)</source>
        <translation>
            <numerusform>Entfernen von %1 URL</numerusform>
            <numerusform>Entfernen von %1 URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenameList</name>
    <message>
        <source>renaming a list to “%1”</source>
        <translation>Umbenennen einer Liste in „%1“</translation>
    </message>
</context>
<context>
    <name>ReportFormat</name>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-Tabelle</translation>
    </message>
    <message>
        <source>JUnit test report</source>
        <translation>JUnit-Testbericht</translation>
    </message>
    <message>
        <source>Prometheus metrics</source>
        <translation>Prometheus-Metriken</translation>
    </message>
    <message>
        <source>List of the failed URLs</source>
        <translation>Liste der fehlgeschlagenen URLs</translation>
    </message>
    <message>
        <source>Sitemap of the good URLs</source>
        <translation>Sitemap der guten URLs</translation>
    </message>
</context>
<context>
    <name>ResultColumn</name>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>How the check ended, or how far it is</source>
        <translation>Wie die Prüfung ausging oder wie weit sie ist</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>The URL as it is called</source>
        <translation>Die URL, wie sie aufgerufen wird</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>The status code of the last answer</source>
        <translation>Der Statuscode der letzten Antwort</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>The size of the body, decompressed</source>
        <translation>Die Größe des Inhalts, entpackt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From leaving the queue to the last byte, redirects included</source>
        <translation>Vom Verlassen der Warteschlange bis zum letzten Byte, mit Weiterleitungen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>The media type that the server names</source>
        <translation>Der Medientyp, den der Server nennt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What went wrong; point at it for what to try</source>
        <translation>Was schiefging; der Tooltip sagt, was hilft</translation>
    </message>
    <message>
        <source>Final URL</source>
        <translation>End-URL</translation>
    </message>
    <message>
        <source>Where the redirects led</source>
        <translation>Wohin die Weiterleitungen führten</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>The size of the body as it was transferred, compressed or not</source>
        <translation>Die Größe des Inhalts bei der Übertragung, gepackt oder nicht</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>How many redirects were followed</source>
        <translation>Wie vielen Weiterleitungen gefolgt wurde</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>The wait for a free place, part of no other time</source>
        <translation>Das Warten auf einen freien Platz, in keiner anderen Zeit enthalten</translation>
    </message>
    <message>
        <source>Name look-up</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>How long it took to find the address of the host</source>
        <translation>Wie lange es dauerte, die Adresse des Hosts zu finden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>How long it took to connect; unknown where a connection was used again</source>
        <translation>Wie lange der Verbindungsaufbau dauerte; unbekannt, wo eine Verbindung wiederverwendet wurde</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>How long the TLS handshake took</source>
        <translation>Wie lange der TLS-Handshake dauerte</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>From leaving the queue to the head of the last answer</source>
        <translation>Vom Verlassen der Warteschlange bis zum Kopf der letzten Antwort</translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation>HTTP-Version</translation>
    </message>
    <message>
        <source>The version of HTTP that the server spoke</source>
        <translation>Die HTTP-Version, die der Server sprach</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The address that was connected to</source>
        <translation>Die Adresse, zu der verbunden wurde</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>TLS-Version</translation>
    </message>
    <message>
        <source>The version of TLS that was agreed on</source>
        <translation>Die vereinbarte TLS-Version</translation>
    </message>
    <message>
        <source>Certificate expires</source>
        <translation>Zertifikat bis</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>How often the URL was called, retries included</source>
        <translation>Wie oft die URL aufgerufen wurde, mit Wiederholungen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>When the check of the URL began</source>
        <translation>Wann die Prüfung der URL begann</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>SHA-256 of the body: equal bodies have equal hashes</source>
        <translation>SHA-256 des Inhalts: gleiche Inhalte haben gleiche Hashes</translation>
    </message>
    <message>
        <source>Until when the server&apos;s certificate is valid</source>
        <translation>Bis wann das Zertifikat des Servers gilt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>The title of the page</source>
        <translation>Der Titel der Seite</translation>
    </message>
    <message>
        <source>Certificate issuer</source>
        <translation>Zertifikatsaussteller</translation>
    </message>
    <message>
        <source>Who signed the server&apos;s certificate</source>
        <translation>Wer das Zertifikat des Servers unterschrieben hat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the list calls the URL</source>
        <translation>Wie die Liste die URL nennt</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Where the list has the URL</source>
        <translation>Wo die URL in der Liste steht</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>The tags that the list gives the URL</source>
        <translation>Die Schlagwörter, die die Liste der URL gibt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 check(s) did not fail</source>
        <translation>
            <numerusform>%1 von %2 Prüfung ist nicht fehlgeschlagen</numerusform>
            <numerusform>%1 von %2 Prüfungen sind nicht fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>The last %1 check(s): %2</source>
        <translation>
            <numerusform>Die letzte Prüfung: %2</numerusform>
            <numerusform>Die letzten %1 Prüfungen: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>The part of the checks of the last 30 days that did not fail</source>
        <translation>Welcher Teil der Prüfungen der letzten 30 Tage nicht fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>How long the last checks took, the latest one at the right; sorts by how much longer that was</source>
        <translation>Wie lange die letzten Prüfungen dauerten, die letzte rechts; sortiert danach, wie viel länger diese war</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
</context>
<context>
    <name>StartOptions</name>
    <message>
        <source>Checks a list of URLs at once and shows who answers. When Rollcall is running already, its window takes the lists.</source>
        <translation>Prüft eine Liste von URLs gleichzeitig und zeigt, wer antwortet. Läuft Rollcall schon, nimmt dessen Fenster die Listen.</translation>
    </message>
    <message>
        <source>Start checking at once.</source>
        <translation>Sofort mit der Prüfung beginnen.</translation>
    </message>
    <message>
        <source>Files whose URLs are added to the list.</source>
        <translation>Dateien, deren URLs zur Liste kommen.</translation>
    </message>
    <message>
        <source>[LIST…]</source>
        <translation>[LISTE…]</translation>
    </message>
    <message>
        <source>there is no option %1; see &quot;rollcall --help&quot;.</source>
        <translation>die Option %1 gibt es nicht; siehe „rollcall --help“.</translation>
    </message>
    <message>
        <source>Start in the tray, without a window; minimized where there is no tray.</source>
        <translation>In der Kontrollleiste starten, ohne Fenster; minimiert, wo es keine gibt.</translation>
    </message>
</context>
<context>
    <name>UrlProblem</name>
    <message>
        <source>There is nothing here; write a URL such as https://example.com/page.</source>
        <translation>Hier steht nichts; erwartet wird eine URL wie https://example.com/page.</translation>
    </message>
    <message>
        <source>This is no URL; write one such as https://example.com/page, without spaces.</source>
        <translation>Das ist keine URL; erwartet wird eine wie https://example.com/page, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>The host name is missing; it belongs behind http:// or https://.</source>
        <translation>Der Hostname fehlt; er gehört hinter http:// oder https://.</translation>
    </message>
    <message>
        <source>No host can have this name or address; check its spelling.</source>
        <translation>So kann kein Host heißen; die Schreibweise prüfen.</translation>
    </message>
    <message>
        <source>The port behind the host&apos;s colon is not a number from 0 to 65535.</source>
        <translation>Der Port hinter dem Doppelpunkt ist keine Zahl von 0 bis 65535.</translation>
    </message>
    <message>
        <source>This holds a control character or damaged text; check the list&apos;s encoding.</source>
        <translation>Hier steht ein Steuerzeichen oder beschädigter Text; die Kodierung der Liste prüfen.</translation>
    </message>
    <message>
        <source>This is longer than any URL that can be called, which is 64 KiB.</source>
        <translation>Das ist länger als jede URL, die aufgerufen werden kann: höchstens 64 KiB.</translation>
    </message>
    <message>
        <source>This is not checked over http or https, so it was left out.</source>
        <translation>Das wird nicht über http oder https geprüft und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>The status that is expected is no status code; write one such as 301.</source>
        <translation>Der erwartete Status ist kein Statuscode; einen wie 301 schreiben.</translation>
    </message>
</context>
<context>
    <name>WatchSummary</name>
    <message>
        <source>no network here</source>
        <translation>kein Netzwerk</translation>
    </message>
    <message>
        <source>no URL down</source>
        <translation>keine URL ausgefallen</translation>
    </message>
    <message numerus="yes">
        <source>%1 URL(s) down</source>
        <translation>
            <numerusform>%1 URL ausgefallen</numerusform>
            <numerusform>%1 URLs ausgefallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching %1 list(s)</source>
        <translation>
            <numerusform>%1 Liste wird beobachtet</numerusform>
            <numerusform>%1 Listen werden beobachtet</numerusform>
        </translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>next check in %1</source>
        <translation>nächste Prüfung in %1</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end.</source>
        <translation>%1 lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>%1 is no text file.</source>
        <translation>%1 ist keine Textdatei.</translation>
    </message>
    <message>
        <source>The character encoding of %1 cannot be told; save it as UTF-8.</source>
        <translation>Die Zeichenkodierung von %1 ist nicht zu erkennen; als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 holds no URL.</source>
        <translation>%1 enthält keine URL.</translation>
    </message>
    <message>
        <source>The file that keeps your list cannot be opened, so nothing is kept.</source>
        <translation>Die Datei mit der Liste lässt sich nicht öffnen; daher wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>The file that keeps your list is damaged; it is left as it is, and nothing is kept.</source>
        <translation>Die Datei mit der Liste ist beschädigt; sie bleibt, wie sie ist, und nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>The file that keeps your list was written by a later version of Rollcall; it is left as it is, and nothing is kept.</source>
        <translation>Die Datei mit der Liste stammt von einer neueren Version von Rollcall; sie bleibt, wie sie ist, und nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>Another Rollcall holds the file that keeps your list, so nothing is kept here.</source>
        <translation>Ein anderes Rollcall benutzt die Datei mit der Liste; daher wird hier nichts gespeichert.</translation>
    </message>
    <message>
        <source>Your list could not be kept; look at the disk&apos;s free space and the permissions.</source>
        <translation>Die Liste ließ sich nicht speichern; ist auf dem Datenträger Platz, und stimmen die Rechte?</translation>
    </message>
    <message>
        <source>%1 cannot be read beyond line %2.</source>
        <translation>%1 ist ab Zeile %2 nicht lesbar.</translation>
    </message>
    <message>
        <source>The history cannot be opened: checks run, but are not kept in it.</source>
        <translation>Der Verlauf lässt sich nicht öffnen: Es wird geprüft, aber nicht in ihm festgehalten.</translation>
    </message>
    <message>
        <source>The history is damaged; it is left as it is, and checks are not kept in it.</source>
        <translation>Der Verlauf ist beschädigt; er bleibt, wie er ist, und Prüfungen werden nicht in ihm festgehalten.</translation>
    </message>
    <message>
        <source>The history was written by a later version of Rollcall; it is left as it is, and checks are not kept in it.</source>
        <translation>Der Verlauf wurde von einer neueren Version von Rollcall geschrieben; er bleibt, wie er ist, und Prüfungen werden nicht in ihm festgehalten.</translation>
    </message>
    <message>
        <source>Another program holds the history, so checks are not kept in it.</source>
        <translation>Ein anderes Programm belegt den Verlauf, deshalb werden Prüfungen nicht in ihm festgehalten.</translation>
    </message>
    <message>
        <source>Not all results could be added to the history; look at the disk&apos;s free space and the permissions.</source>
        <translation>Nicht alle Ergebnisse konnten in den Verlauf aufgenommen werden; bitte den freien Platz und die Rechte prüfen.</translation>
    </message>
    <message>
        <source>Another program watches with the same file. This one watches, too, but begins anew with each start.</source>
        <translation>Ein anderes Programm beobachtet mit derselben Datei. Dieses beobachtet auch, fängt aber bei jedem Start von vorn an.</translation>
    </message>
    <message>
        <source>What is known of the watched URLs cannot be kept: the next start begins anew.</source>
        <translation>Was über die beobachteten URLs bekannt ist, lässt sich nicht behalten: der nächste Start fängt von vorn an.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Rollcall is running already, but does not answer. Wait until it does, or end it, and start it again.</source>
        <translation>Rollcall läuft schon, antwortet aber nicht. Warten Sie, bis es antwortet, oder beenden Sie es und starten Sie es neu.</translation>
    </message>
</context>
<context>
    <name>rollcall::AddLine</name>
    <message>
        <source>URL to add:</source>
        <translation>URL hinzufügen:</translation>
    </message>
    <message>
        <source>https://example.com/ or several, with blanks between them</source>
        <translation>https://example.com/ oder mehrere, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>URL to add</source>
        <translation>Neue URL</translation>
    </message>
    <message>
        <source>Enter adds it to the list; Esc closes this line</source>
        <translation>Eingabe fügt sie der Liste hinzu, Esc schließt diese Zeile</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>Diese Zeile schließen</translation>
    </message>
</context>
<context>
    <name>rollcall::AlertsPage</name>
    <message>
        <source>What is told of. Usual: all but answers that are not well and changed content</source>
        <translation>Was gemeldet wird. Üblich: alles außer nicht guten Antworten und geändertem Inhalt</translation>
    </message>
    <message>
        <source>Choose one at least. To hear of nothing, choose no desktop, no webhook and no command.</source>
        <translation>Mindestens eines wählen. Um nichts zu hören: weder Desktop noch Webhook noch Befehl wählen.</translation>
    </message>
    <message>
        <source>Show alerts as messages of the desktop</source>
        <translation>Auf dem Desktop melden</translation>
    </message>
    <message>
        <source>What a watch finds: who is down, who is up again, and more. Usual: on</source>
        <translation>Was beim Beobachten gefunden wird: was ausgefallen ist, was wieder da ist, und mehr. Üblich: an</translation>
    </message>
    <message>
        <source>Send a test to the desktop</source>
        <translation>Einen Test an den Desktop senden</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Each alert is sent to this URL as JSON, by POST. Usual: none</source>
        <translation>Jede Meldung geht als JSON per POST an diese URL. Üblich: keine</translation>
    </message>
    <message>
        <source>Takes an http or https URL, or nothing.</source>
        <translation>Nimmt eine http- oder https-URL, oder nichts.</translation>
    </message>
    <message>
        <source>Send a test to the webhook</source>
        <translation>Einen Test an den Webhook senden</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>This program is run for each alert, with ROLLCALL_EVENT, ROLLCALL_URL and more in its environment; no shell has a part in it. Usual: none</source>
        <translation>Dieses Programm läuft für jede Meldung, mit ROLLCALL_EVENT, ROLLCALL_URL und mehr in seiner Umgebung; keine Shell ist beteiligt. Üblich: keines</translation>
    </message>
    <message>
        <source>Takes a program and its arguments, or nothing.</source>
        <translation>Nimmt ein Programm und seine Argumente, oder nichts.</translation>
    </message>
    <message>
        <source>Run the command with a test</source>
        <translation>Den Befehl mit einem Test ausführen</translation>
    </message>
    <message>
        <source>Of these</source>
        <translation>Davon</translation>
    </message>
    <message>
        <source>Only lists</source>
        <translation>Nur Listen</translation>
    </message>
    <message>
        <source>Their names, with commas between them; one with a comma stands in double quotes. Usual: all, which is nothing here</source>
        <translation>Ihre Namen, mit Kommas dazwischen; einer mit einem Komma steht in doppelten Anführungszeichen. Üblich: alle, also hier nichts</translation>
    </message>
    <message>
        <source>Only tags</source>
        <translation>Nur Schlagwörter</translation>
    </message>
    <message>
        <source>URLs with one of these tags, which have commas between them. Usual: all, which is nothing here</source>
        <translation>URLs mit einem dieser Schlagwörter, zwischen denen Kommas stehen. Üblich: alle, also hier nichts</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>It was delivered.</source>
        <translation>Er ist angekommen.</translation>
    </message>
    <message>
        <source>It was not delivered: %1.</source>
        <translation>Er ist nicht angekommen: %1.</translation>
    </message>
</context>
<context>
    <name>rollcall::Background</name>
    <message>
        <source>URLs are being checked</source>
        <translation>URLs werden geprüft</translation>
    </message>
    <message>
        <source>The check has ended</source>
        <translation>Die Prüfung ist fertig</translation>
    </message>
    <message>
        <source>Rollcall goes on in the tray</source>
        <translation>Rollcall läuft in der Kontrollleiste weiter</translation>
    </message>
    <message>
        <source>Click its icon to see the window again; Quit in its menu ends it. Settings, Background says whether closing the window does so.</source>
        <translation>Ein Klick auf das Symbol zeigt das Fenster wieder; Beenden in seinem Menü beendet es. Unter Einstellungen, Hintergrund steht, ob das Schließen des Fensters dies bewirkt.</translation>
    </message>
</context>
<context>
    <name>rollcall::CheckCommands</name>
    <message>
        <source>Every URL of the list is disabled.</source>
        <translation>Alle URLs der Liste sind deaktiviert.</translation>
    </message>
    <message numerus="yes">
        <source>The last check was interrupted: %1 of %2 URL(s) are left.</source>
        <translation>
            <numerusform>Die letzte Prüfung wurde unterbrochen: %1 von %2 URL ist noch übrig.</numerusform>
            <numerusform>Die letzte Prüfung wurde unterbrochen: %1 von %2 URLs sind noch übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>rollcall::CheckSettingsEditor</name>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>How many URLs are checked at the same time, 1 to 10,000. Usual: %1</source>
        <translation>Wie viele URLs zugleich geprüft werden, 1 bis 10.000. Üblich: %1</translation>
    </message>
    <message>
        <source>Per host</source>
        <translation>Je Host</translation>
    </message>
    <message>
        <source>How many of them may be on the same host, to be kind to it, 1 to 1,000. Usual: %1</source>
        <translation>Wie viele davon auf demselben Host liegen dürfen, um ihn zu schonen, 1 bis 1.000. Üblich: %1</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How many calls may begin in a second. Usual: no limit</source>
        <translation>Wie viele Aufrufe in einer Sekunde beginnen dürfen. Üblich: unbegrenzt</translation>
    </message>
    <message>
        <source>Rate per host</source>
        <translation>Tempo je Host</translation>
    </message>
    <message>
        <source>How many of them may begin in a second on the same host. Usual: no limit</source>
        <translation>Wie viele davon in einer Sekunde beim selben Host beginnen dürfen. Üblich: unbegrenzt</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>How long one call may take, redirects and body included, 0.1 to 3,600 seconds. Usual: %1 s</source>
        <translation>Wie lange ein Aufruf dauern darf, samt Weiterleitungen und Inhalt, 0,1 bis 3.600 Sekunden. Üblich: %1 s</translation>
    </message>
    <message>
        <source>To connect</source>
        <translation>Für die Verbindung</translation>
    </message>
    <message>
        <source>How long name look-up, connection and TLS may take, for each redirect anew. Usual: %1 s</source>
        <translation>Wie lange Namensauflösung, Verbindung und TLS dauern dürfen, bei jeder Weiterleitung von neuem. Üblich: %1 s</translation>
    </message>
    <message>
        <source>To the first byte</source>
        <translation>Bis zum ersten Byte</translation>
    </message>
    <message>
        <source>How long a server may take from the request to the beginning of its answer. Usual: no limit of its own</source>
        <translation>Wie lange ein Server von der Anfrage bis zum Beginn seiner Antwort brauchen darf. Üblich: keine eigene Grenze</translation>
    </message>
    <message>
        <source>Between two pieces</source>
        <translation>Zwischen zwei Teilen</translation>
    </message>
    <message>
        <source>How long an answer may pause in its middle. Usual: no limit of its own</source>
        <translation>Wie lange eine Antwort mittendrin stocken darf. Üblich: keine eigene Grenze</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Statuses that pass</source>
        <translation>Gute Statuscodes</translation>
    </message>
    <message>
        <source>HTTP status codes that count as OK, for example 200-299,304. Usual: 200-299</source>
        <translation>HTTP-Statuscodes, die als OK gelten, zum Beispiel 200-299,304. Üblich: 200-299</translation>
    </message>
    <message>
        <source>This takes status codes and ranges of them, for example 200-299,304.</source>
        <translation>Hierher gehören Statuscodes und Bereiche, zum Beispiel 200-299,304.</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>How many redirects in a row are followed, 0 to 100. Usual: %1</source>
        <translation>Wie vielen Weiterleitungen hintereinander gefolgt wird, 0 bis 100. Üblich: %1</translation>
    </message>
    <message>
        <source>Follow redirects from https to http</source>
        <translation>Weiterleitungen von https zu http folgen</translation>
    </message>
    <message>
        <source>Otherwise such a redirect is a failure: what was encrypted would go on in clear. Usual: off</source>
        <translation>Sonst ist eine solche Weiterleitung ein Fehlschlag: Verschlüsseltes ginge im Klartext weiter. Üblich: aus</translation>
    </message>
    <message>
        <source>Largest body</source>
        <translation>Größter Inhalt</translation>
    </message>
    <message>
        <source>A larger body fails. Bodies are counted, never kept. Usual: %1</source>
        <translation>Ein größerer Inhalt ist ein Fehlschlag. Inhalte werden gezählt, nie aufgehoben. Üblich: %1</translation>
    </message>
    <message>
        <source>This takes a number of bytes up to 1024 TiB, for example 10000, 500 KiB or 64 MiB.</source>
        <translation>Hierher gehört eine Anzahl von Bytes bis 1024 TiB, zum Beispiel 10000, 500 KiB oder 64 MiB.</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>How many further calls follow a failure that may pass, 0 to 10. Usual: %1</source>
        <translation>Wie viele weitere Aufrufe auf einen vorübergehenden Fehlschlag folgen, 0 bis 10. Üblich: %1</translation>
    </message>
    <message>
        <source>Call once more at the end what failed for the moment</source>
        <translation>Am Ende noch einmal aufrufen, was vorübergehend fehlschlug</translation>
    </message>
    <message>
        <source>Few at a time, when everything else is done. Usual: on</source>
        <translation>Wenige auf einmal, wenn alles andere fertig ist. Üblich: an</translation>
    </message>
    <message>
        <source>Give a host up after</source>
        <translation>Host aufgeben nach</translation>
    </message>
    <message>
        <source>How many calls in a row may fail to reach a host before its other URLs are not called; 0: never. Usual: %1</source>
        <translation>Wie viele Aufrufe hintereinander einen Host verfehlen dürfen, bevor seine anderen URLs nicht mehr aufgerufen werden; 0: nie. Üblich: %1</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>HEAD asks for no body: quicker, but some servers answer it wrongly. Usual: GET</source>
        <translation>HEAD verlangt keinen Inhalt: schneller, doch manche Server antworten falsch darauf. Üblich: GET</translation>
    </message>
    <message>
        <source>Name of the client</source>
        <translation>Name des Programms</translation>
    </message>
    <message>
        <source>The User-Agent that servers see. Usual: %1</source>
        <translation>Der User-Agent, den Server sehen. Üblich: %1</translation>
    </message>
    <message>
        <source>This takes a text without control characters.</source>
        <translation>Hierher gehört ein Text ohne Steuerzeichen.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Sent with each call, one a line, for example &quot;Accept: text/html&quot;. They never go to another host than the URL&apos;s.</source>
        <translation>Mit jedem Aufruf gesendet, eine je Zeile, zum Beispiel „Accept: text/html“. Sie gehen nie an einen anderen Host als den der URL.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>exact (libcurl)</source>
        <translation>genau (libcurl)</translation>
    </message>
    <message>
        <source>Qt&apos;s own</source>
        <translation>die von Qt</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Antrieb</translation>
    </message>
    <message>
        <source>What carries the requests. Qt&apos;s own overlooks some broken answers and measures less. Usual: exact</source>
        <translation>Was die Anfragen trägt. Die von Qt übersieht manche kaputte Antwort und misst weniger. Üblich: genau</translation>
    </message>
    <message>
        <source>HTTP/2 where the server offers it</source>
        <translation>HTTP/2, wo der Server es anbietet</translation>
    </message>
    <message>
        <source>The exact engine only. Usual: on</source>
        <translation>Nur beim genauen Antrieb. Üblich: an</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Which of a host&apos;s addresses are called. Usual: any</source>
        <translation>Welche Adressen eines Hosts aufgerufen werden. Üblich: alle</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>nur IPv4</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>nur IPv6</translation>
    </message>
    <message>
        <source>Accept any certificate (insecure)</source>
        <translation>Jedes Zertifikat annehmen (unsicher)</translation>
    </message>
    <message>
        <source>For servers of your own whose certificate cannot be mended. Usual: off</source>
        <translation>Für eigene Server, deren Zertifikat sich nicht in Ordnung bringen lässt. Üblich: aus</translation>
    </message>
    <message>
        <source>Whoever is on the way to a server can read and change everything, passwords included, and no certificate is reported as wrong.</source>
        <translation>Wer auf dem Weg zu einem Server sitzt, kann alles lesen und ändern, auch Passwörter, und kein Zertifikat wird als falsch gemeldet.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Usual: as the desktop says</source>
        <translation>Üblich: wie auf dem Desktop</translation>
    </message>
    <message>
        <source>as the desktop says</source>
        <translation>wie auf dem Desktop</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>this one:</source>
        <translation>dieser:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>A URL that begins with http, https or socks5, for example socks5://127.0.0.1:1080</source>
        <translation>Eine URL, die mit http, https oder socks5 beginnt, zum Beispiel socks5://127.0.0.1:1080</translation>
    </message>
    <message>
        <source>This takes the URL of a proxy, for example http://proxy.example:8080 or socks5://127.0.0.1:1080.</source>
        <translation>Hierher gehört die URL eines Proxys, zum Beispiel http://proxy.example:8080 oder socks5://127.0.0.1:1080.</translation>
    </message>
    <message>
        <source>the system&apos;s authorities</source>
        <translation>die Zertifizierungsstellen des Systems</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>A PEM file with the certificates that are trusted in place of the system&apos;s. Usual: none</source>
        <translation>Eine PEM-Datei mit den Zertifikaten, denen anstelle derer des Systems vertraut wird. Üblich: keine</translation>
    </message>
</context>
<context>
    <name>rollcall::CompareDialog</name>
    <message>
        <source>none failed</source>
        <translation>keine fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 URL(s), %3</source>
        <translation>
            <numerusform>%1: %2 URL, %3</numerusform>
            <numerusform>%1: %2 URLs, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a list, and a run of it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a change, and of how many URLs</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>Unverändert: %1</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>Unbekannt: %1</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Runs of &amp;all lists</source>
        <translation>Prüfungen &amp;aller Listen</translation>
    </message>
    <message>
        <source>Bytes differ by more than</source>
        <translation>Größe weicht ab um mehr als</translation>
    </message>
    <message>
        <source>Slower by more than</source>
        <translation>Langsamer um mehr als</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Prüfungen vergleichen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Write every change to a file</source>
        <translation>Alle Änderungen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation>&amp;Vorher:</translation>
    </message>
    <message>
        <source>&amp;Now:</source>
        <translation>&amp;Jetzt:</translation>
    </message>
    <message>
        <source>Otherwise those of “%1” are offered</source>
        <translation>Sonst stehen die von „%1“ zur Wahl</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filter …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Changes to show</source>
        <translation>Angezeigte Änderungen</translation>
    </message>
    <message>
        <source>From where on another size of the answer counts as a change</source>
        <translation>Ab wann eine andere Größe der Antwort als Änderung gilt</translation>
    </message>
    <message>
        <source>From where on a longer time counts as a change, if it is 0.2 s at least</source>
        <translation>Ab wann eine längere Dauer als Änderung gilt, wenn es mindestens 0,2 s sind</translation>
    </message>
    <message>
        <source>B&amp;ytes differ by more than</source>
        <translation>&amp;Größe weicht ab um mehr als</translation>
    </message>
    <message>
        <source>&amp;Slower by more than</source>
        <translation>&amp;Langsamer um mehr als</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Der Verlauf wird gelesen …</translation>
    </message>
    <message>
        <source>There are no two runs to compare yet. Check the list to its end, and later once more: then this shows what has changed in between.</source>
        <translation>Es gibt noch keine zwei Prüfungen zu vergleichen. Prüfen Sie die Liste bis zum Ende und später noch einmal: Dann steht hier, was sich dazwischen geändert hat.</translation>
    </message>
    <message>
        <source>Choose two runs.</source>
        <translation>Wählen Sie zwei Prüfungen.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a change, and of how many URLs</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Export what changed</source>
        <translation>Änderungen exportieren</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Nothing was exported. %1</source>
        <translation>Es wurde nichts exportiert. %1</translation>
    </message>
</context>
<context>
    <name>rollcall::CurlReply</name>
    <message>
        <source>Operation canceled</source>
        <translation>Vorgang abgebrochen</translation>
    </message>
</context>
<context>
    <name>rollcall::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>Select a row to see more about it.</source>
        <translation>Eine Zeile auswählen, um mehr über sie zu sehen.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>Antwort-Header</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>rollcall::DifferenceModel</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>rollcall::EmptyPage</name>
    <message>
        <source>No URLs yet. Import a list, paste URLs, or drop a file here.</source>
        <translation>Noch keine URLs. Eine Liste importieren, URLs einfügen oder eine Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>Try the sample list</source>
        <translation>Beispielliste ausprobieren</translation>
    </message>
    <message>
        <source>Adds a few well-known sites, so that you can see how a check looks</source>
        <translation>Fügt ein paar bekannte Websites hinzu, um zu zeigen, wie eine Prüfung aussieht</translation>
    </message>
</context>
<context>
    <name>rollcall::EntryActions</name>
    <message>
        <source>&amp;Add URL…</source>
        <translation>URL &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Type URLs to add to the list</source>
        <translation>URLs eintippen, die zur Liste kommen</translation>
    </message>
    <message>
        <source>&amp;Edit URL</source>
        <translation>URL ä&amp;ndern</translation>
    </message>
    <message>
        <source>Change the URL of the current row in place</source>
        <translation>Die URL der aktuellen Zeile an Ort und Stelle ändern</translation>
    </message>
    <message>
        <source>Edit &amp;details…</source>
        <translation>An&amp;gaben ändern …</translation>
    </message>
    <message>
        <source>Change the name, tags and note of the current URL</source>
        <translation>Name, Schlagwörter und Notiz der aktuellen URL ändern</translation>
    </message>
    <message>
        <source>&amp;Tags and state</source>
        <translation>Sch&amp;lagwörter und Zustand</translation>
    </message>
    <message>
        <source>&amp;Move to list</source>
        <translation>In Liste &amp;verschieben</translation>
    </message>
    <message>
        <source>Cop&amp;y to list</source>
        <translation>In Liste &amp;kopieren</translation>
    </message>
    <message>
        <source>“%1” was not added. %2</source>
        <translation>„%1“ wurde nicht hinzugefügt. %2</translation>
    </message>
    <message>
        <source>The URL stays as it was: “%1” is none. %2</source>
        <translation>Die URL bleibt, wie sie war: „%1“ ist keine. %2</translation>
    </message>
    <message>
        <source>editing the details of a URL</source>
        <translation>Ändern der Angaben zu einer URL</translation>
    </message>
    <message>
        <source>&amp;Add a tag…</source>
        <translation>Schlagwort &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Remove the tag “%1”</source>
        <translation>Schlagwort „%1“ entfernen</translation>
    </message>
    <message numerus="yes">
        <source>removing the tag “%2” from %1 URL(s)</source>
        <translation>
            <numerusform>Entfernen des Schlagworts „%2“ von %1 URL</numerusform>
            <numerusform>Entfernen des Schlagworts „%2“ von %1 URLs</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation>&amp;Aktivieren</translation>
    </message>
    <message>
        <source>Check them with the list</source>
        <translation>Sie mit der Liste prüfen</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
        <source>Keep them, and leave them out when the list is checked</source>
        <translation>Sie behalten, aber beim Prüfen der Liste auslassen</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Tag for the selected URLs:</source>
        <translation>Schlagwort für die ausgewählten URLs:</translation>
    </message>
    <message numerus="yes">
        <source>tagging %1 URL(s) “%2”</source>
        <translation>
            <numerusform>Vergeben des Schlagworts „%2“ an %1 URL</numerusform>
            <numerusform>Vergeben des Schlagworts „%2“ an %1 URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>enabling %1 URL(s)</source>
        <translation>
            <numerusform>Aktivieren von %1 URL</numerusform>
            <numerusform>Aktivieren von %1 URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disabling %1 URL(s)</source>
        <translation>
            <numerusform>Deaktivieren von %1 URL</numerusform>
            <numerusform>Deaktivieren von %1 URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::EntryCheckForm</name>
    <message>
        <source>as the settings say</source>
        <translation>wie es die Einstellungen sagen</translation>
    </message>
    <message>
        <source>How long one call may take, redirects and body included, as in 5s or 1m</source>
        <translation>Wie lange ein Aufruf dauern darf, Weiterleitungen und Inhalt eingeschlossen, etwa 5s oder 1m</translation>
    </message>
    <message>
        <source>HTTP status codes that count as OK, for example 200-299,304</source>
        <translation>HTTP-Statuscodes, die als OK gelten, zum Beispiel 200-299,304</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>The URL that has to answer in the end, all redirects followed</source>
        <translation>Die URL, die am Ende antworten muss, wenn allen Weiterleitungen gefolgt ist</translation>
    </message>
    <message>
        <source>The status of the first redirect</source>
        <translation>Der Status der ersten Weiterleitung</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>as the list&apos;s schedule says</source>
        <translation>wie es der Plan der Liste sagt</translation>
    </message>
    <message>
        <source>How often the URL is checked while its list is watched: 10s to 366 days, as in 90s or 5m</source>
        <translation>Wie oft die URL geprüft wird, während ihre Liste beobachtet wird: 10s bis 366 Tage, etwa 90s oder 5m</translation>
    </message>
    <message>
        <source>Time-&amp;out:</source>
        <translation>&amp;Zeitlimit:</translation>
    </message>
    <message>
        <source>&amp;Statuses that pass:</source>
        <translation>Gültige &amp;Status:</translation>
    </message>
    <message>
        <source>Has to &amp;lead to:</source>
        <translation>Muss &amp;führen zu:</translation>
    </message>
    <message>
        <source>By a &amp;redirect:</source>
        <translation>Durch &amp;Weiterleitung:</translation>
    </message>
    <message>
        <source>&amp;Watch every:</source>
        <translation>&amp;Beobachten alle:</translation>
    </message>
    <message>
        <source>Takes a time from 100ms to 1h, such as 5s or 1m30s.</source>
        <translation>Nimmt eine Zeit von 100ms bis 1h, wie 5s oder 1m30s.</translation>
    </message>
    <message>
        <source>Takes status codes and ranges of them, for example 200-299,304.</source>
        <translation>Nimmt Statuscodes und Bereiche davon, zum Beispiel 200-299,304.</translation>
    </message>
    <message>
        <source>Takes the URL of a web page, with http or https.</source>
        <translation>Nimmt die URL einer Webseite, mit http oder https.</translation>
    </message>
    <message>
        <source>Takes a time from 10s up, such as 90s, 5m or 1h30m.</source>
        <translation>Nimmt eine Zeit ab 10s, wie 90s, 5m oder 1h30m.</translation>
    </message>
</context>
<context>
    <name>rollcall::EntryDialog</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>&amp;Check it with the list</source>
        <translation>Mit der Liste &amp;prüfen</translation>
    </message>
    <message>
        <source>Edit URL</source>
        <translation>URL ändern</translation>
    </message>
    <message>
        <source>live, shop</source>
        <translation>live, shop</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>&amp;URL:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>&amp;Gruppe:</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>&amp;Schlagwörter:</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>N&amp;otiz:</translation>
    </message>
</context>
<context>
    <name>rollcall::EntryRequestForm</name>
    <message>
        <source>GET, or as the settings say</source>
        <translation>GET, oder wie es die Einstellungen sagen</translation>
    </message>
    <message>
        <source>Sent with this URL, one a line, in place of those of the same name in the settings. A redirect to another site does not get them</source>
        <translation>Mit dieser URL gesendet, eine je Zeile, anstelle der gleichnamigen in den Einstellungen. Eine Weiterleitung zu einer anderen Website erhält sie nicht</translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) that are no plain text; they stay as they are</source>
        <translation>
            <numerusform>%1 Byte, das kein Text ist; es bleibt, wie es ist</numerusform>
            <numerusform>%1 Bytes, die kein Text sind; sie bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>&amp;Methode:</translation>
    </message>
    <message>
        <source>&amp;Headers:</source>
        <translation>&amp;Kopfzeilen:</translation>
    </message>
    <message>
        <source>&amp;Body:</source>
        <translation>&amp;Inhalt:</translation>
    </message>
    <message>
        <source>A method is one word, such as HEAD or POST.</source>
        <translation>Eine Methode ist ein Wort, wie HEAD oder POST.</translation>
    </message>
    <message>
        <source>A body needs a method that sends it, such as POST.</source>
        <translation>Ein Inhalt braucht eine Methode, die ihn sendet, wie POST.</translation>
    </message>
</context>
<context>
    <name>rollcall::Exporter</name>
    <message>
        <source>E&amp;xport only</source>
        <translation>&amp;Nur exportieren</translation>
    </message>
    <message>
        <source>&amp;All rows…</source>
        <translation>&amp;Alle Zeilen …</translation>
    </message>
    <message>
        <source>The rows &amp;shown…</source>
        <translation>Die an&amp;gezeigten Zeilen …</translation>
    </message>
    <message>
        <source>S&amp;elected rows…</source>
        <translation>Aus&amp;gewählte Zeilen …</translation>
    </message>
    <message>
        <source>With the &amp;columns shown only</source>
        <translation>Nur mit den angezeigten &amp;Spalten</translation>
    </message>
    <message>
        <source>Concerns tables: CSV, Excel and Markdown</source>
        <translation>Betrifft Tabellen: CSV, Excel und Markdown</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) exported to %2.</source>
        <translation>
            <numerusform>%1 Zeile nach %2 exportiert.</numerusform>
            <numerusform>%1 Zeilen nach %2 exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was exported. %1</source>
        <translation>Nichts wurde exportiert. %1</translation>
    </message>
</context>
<context>
    <name>rollcall::FacetModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
</context>
<context>
    <name>rollcall::FacetSidebar</name>
    <message>
        <source>Groups of rows</source>
        <translation>Gruppen von Zeilen</translation>
    </message>
</context>
<context>
    <name>rollcall::FactTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>rollcall::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>Pfad der Datei</translation>
    </message>
    <message>
        <source>There is no file %1. Choose another one, or leave the field empty.</source>
        <translation>Die Datei %1 gibt es nicht. Wählen Sie eine andere, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Choose another file, or leave the field empty.</source>
        <translation>%1 lässt sich nicht lesen. Wählen Sie eine andere Datei, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>rollcall::FilterBar</name>
    <message>
        <source>Filter…</source>
        <translation>Filter…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows only the rows that hold this text; Esc shows all</source>
        <translation>Zeigt nur die Zeilen, die diesen Text enthalten; Esc zeigt alle</translation>
    </message>
    <message>
        <source>Column to filter</source>
        <translation>Gefilterte Spalte</translation>
    </message>
    <message>
        <source>Where the text is looked for</source>
        <translation>Wo der Text gesucht wird</translation>
    </message>
    <message>
        <source>in: %1</source>
        <translation>in: %1</translation>
    </message>
    <message>
        <source>in: any column</source>
        <translation>in: allen Spalten</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Read the text as a regular expression</source>
        <translation>Den Text als regulären Ausdruck lesen</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 angezeigt</translation>
    </message>
    <message>
        <source>No regular expression: %1</source>
        <translation>Kein regulärer Ausdruck: %1</translation>
    </message>
</context>
<context>
    <name>rollcall::HeadersField</name>
    <message>
        <source>Line %1 is no header: it takes a name, a colon and a value, for example &quot;Accept: text/html&quot;.</source>
        <translation>Zeile %1 ist keine Kopfzeile: Es braucht einen Namen, einen Doppelpunkt und einen Wert, zum Beispiel „Accept: text/html“.</translation>
    </message>
</context>
<context>
    <name>rollcall::HistoryChart</name>
    <message numerus="yes">
        <source>%1 check(s)</source>
        <translation>
            <numerusform>%1 Prüfung</numerusform>
            <numerusform>%1 Prüfungen</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 failed</source>
        <translation>, %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>, %1 with a warning</source>
        <translation>, %1 mit Warnung</translation>
    </message>
    <message>
        <source>, %1 that do not count</source>
        <translation>, %1 ohne Wertung</translation>
    </message>
    <message>
        <source>Response times</source>
        <translation>Antwortzeiten</translation>
    </message>
    <message>
        <source>Response time %1</source>
        <translation>Antwortzeit %1</translation>
    </message>
    <message>
        <source>Median %1, 95th percentile %2</source>
        <translation>Median %1, 95. Perzentil %2</translation>
    </message>
    <message>
        <source>Fastest %1, slowest %2</source>
        <translation>Schnellste %1, langsamste %2</translation>
    </message>
    <message>
        <source>Incident: %1</source>
        <translation>Störung: %1</translation>
    </message>
    <message>
        <source>No check in this time</source>
        <translation>Keine Prüfung in dieser Zeit</translation>
    </message>
</context>
<context>
    <name>rollcall::HistoryPane</name>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>365 days</source>
        <translation>365 Tage</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 check(s) did not fail</source>
        <translation>
            <numerusform>%1 von %2 Prüfung ist nicht fehlgeschlagen</numerusform>
            <numerusform>%1 von %2 Prüfungen sind nicht fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %1 more do not count</source>
        <translation>
            <numerusform>; %1 weitere zählt nicht</numerusform>
            <numerusform>; %1 weitere zählen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Incident began</source>
        <translation>Beginn der Störung</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Uptime:</source>
        <translation>Verfügbarkeit:</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Leave the part that was zoomed into</source>
        <translation>Den vergrößerten Ausschnitt verlassen</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nothing is known of this URL&apos;s past yet. Check it now and then: each check adds to its uptime and to the chart of its response times.</source>
        <translation>Über die Vergangenheit dieser URL ist noch nichts bekannt. Prüfen Sie sie ab und zu: Jede Prüfung trägt zu ihrer Verfügbarkeit und zum Bild ihrer Antwortzeiten bei.</translation>
    </message>
    <message>
        <source>Uptime over %1: %2</source>
        <translation>Verfügbarkeit über %1: %2</translation>
    </message>
    <message>
        <source>%1, and goes on</source>
        <translation>%1, dauert an</translation>
    </message>
</context>
<context>
    <name>rollcall::ImportDialog</name>
    <message>
        <source>Column %1 (%2)</source>
        <translation>Spalte %1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Column of URLs:</source>
        <translation>&amp;Spalte mit URLs:</translation>
    </message>
    <message>
        <source>&amp;Add to “%1”</source>
        <translation>Zu „%1“ &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Make a &amp;new list</source>
        <translation>&amp;Neue Liste anlegen</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Lines that were read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Lines to show</source>
        <translation>Angezeigte Zeilen</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%1 list(s)</source>
        <translation>
            <numerusform>%1 Liste</numerusform>
            <numerusform>%1 Listen</numerusform>
        </translation>
    </message>
    <message>
        <source>Read as: %1</source>
        <translation>Gelesen als: %1</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
</context>
<context>
    <name>rollcall::ImportPreviewModel</name>
    <message>
        <source>Not a URL</source>
        <translation>Keine URL</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>URL or text</source>
        <translation>URL oder Text</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The same as line %1.</source>
        <translation>Dasselbe wie Zeile %1.</translation>
    </message>
    <message>
        <source>The same as in another source.</source>
        <translation>Dasselbe wie in einer anderen Quelle.</translation>
    </message>
    <message>
        <source>The list has this URL already.</source>
        <translation>Die Liste hat diese URL schon.</translation>
    </message>
</context>
<context>
    <name>rollcall::IncidentModel</name>
    <message>
        <source>%1, and goes on</source>
        <translation>%1, dauert an</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>rollcall::IncidentsDialog</name>
    <message>
        <source>&amp;Show in table</source>
        <translation>In der &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>Incidents of “%1”</source>
        <translation>Störungen von „%1“</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filter …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>A watch notes incidents as they happen. Of a URL that no watch has noted any of, they are told from its last %1 results.</source>
        <translation>Eine Überwachung vermerkt Störungen, sobald sie eintreten. Bei einer URL, zu der keine Überwachung etwas vermerkt hat, gehen sie aus ihren letzten %1 Ergebnissen hervor.</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>365 days</source>
        <translation>365 Tage</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Select the URL of the incident in the table of the list</source>
        <translation>Die URL der Störung in der Tabelle der Liste auswählen</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Reading the history: %1 of %2 URLs so far.</source>
        <translation>Der Verlauf wird gelesen: bisher %1 von %2 URLs.</translation>
    </message>
    <message>
        <source>No incident in this time.</source>
        <translation>Keine Störung in dieser Zeit.</translation>
    </message>
    <message numerus="yes">
        <source>%1 incident(s).</source>
        <translation>
            <numerusform>%1 Störung.</numerusform>
            <numerusform>%1 Störungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 incident(s), %2 not over yet.</source>
        <translation>
            <numerusform>%1 Störung, %2 noch nicht vorbei.</numerusform>
            <numerusform>%1 Störungen, %2 noch nicht vorbei.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::LimitsBar</name>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>How many URLs are checked at the same time; changes act at once. Usual: %1</source>
        <translation>Wie viele URLs zur selben Zeit geprüft werden; Änderungen wirken sofort. Üblich: %1</translation>
    </message>
    <message>
        <source>Per host</source>
        <translation>Je Host</translation>
    </message>
    <message>
        <source>How many of them may be on the same host, to be kind to it; changes act at once. Usual: %1</source>
        <translation>Wie viele davon auf demselben Host liegen dürfen, um ihn zu schonen; Änderungen wirken sofort. Üblich: %1</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Any certificate is accepted</source>
        <translation>Jedes Zertifikat gilt</translation>
    </message>
    <message>
        <source>The settings say so: whoever is on the way to a server can read and change everything. Mend it under Settings, Checks, Connection.</source>
        <translation>So steht es in den Einstellungen: Wer auf dem Weg zu einem Server sitzt, kann alles lesen und ändern. Zu beheben unter Einstellungen, Prüfungen, Verbindung.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How many calls may begin in a second; changes act at once. Usual: no limit</source>
        <translation>Wie viele Aufrufe in einer Sekunde beginnen dürfen; wirkt sofort. Üblich: unbegrenzt</translation>
    </message>
    <message>
        <source>How long one call may take, redirects included; acts from the next check on. Usual: %1 s</source>
        <translation>Wie lange ein Aufruf dauern darf, samt Weiterleitungen; wirkt ab der nächsten Prüfung. Üblich: %1 s</translation>
    </message>
</context>
<context>
    <name>rollcall::ListActions</name>
    <message>
        <source>&amp;New list</source>
        <translation>&amp;Neue Liste</translation>
    </message>
    <message>
        <source>Rena&amp;me list</source>
        <translation>Liste &amp;umbenennen</translation>
    </message>
    <message>
        <source>D&amp;uplicate list</source>
        <translation>Liste &amp;duplizieren</translation>
    </message>
    <message>
        <source>Make a list with the same URLs and settings</source>
        <translation>Eine Liste mit denselben URLs und Einstellungen anlegen</translation>
    </message>
    <message>
        <source>De&amp;lete list</source>
        <translation>Liste &amp;löschen</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message numerus="yes">
        <source>The list “%1” with %2 URL(s) was deleted.</source>
        <translation>
            <numerusform>Die Liste „%1“ mit %2 URL wurde gelöscht.</numerusform>
            <numerusform>Die Liste „%1“ mit %2 URLs wurde gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Make an empty list</source>
        <translation>Eine leere Liste anlegen</translation>
    </message>
    <message>
        <source>Give the open list another name; F2 in the lists</source>
        <translation>Der offenen Liste einen anderen Namen geben; in den Listen F2</translation>
    </message>
    <message>
        <source>Delete the open list with its URLs; Del in the lists</source>
        <translation>Die offene Liste mit ihren URLs löschen; in den Listen Entf</translation>
    </message>
</context>
<context>
    <name>rollcall::ListImport</name>
    <message>
        <source>There is no text to paste.</source>
        <translation>Es gibt keinen Text zum Einfügen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>rollcall::ListsModel</name>
    <message>
        <source>%1, watched</source>
        <translation>%1, beobachtet</translation>
    </message>
    <message>
        <source>My URLs</source>
        <translation>Meine URLs</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 URL(s)</source>
        <translation>
            <numerusform>%1, %2 URL</numerusform>
            <numerusform>%1, %2 URLs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>rollcall::ListsView</name>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>rollcall::MainActions</name>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Add the URLs of a list file</source>
        <translation>Die URLs einer Listendatei hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write the results to a file</source>
        <translation>Die Ergebnisse in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Paste URLs</source>
        <translation>URLs &amp;einfügen</translation>
    </message>
    <message>
        <source>Add the URLs in the clipboard</source>
        <translation>Die URLs aus der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>Remove a&amp;ll</source>
        <translation>A&amp;lle entfernen</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>Die Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Show only some of the rows</source>
        <translation>Nur einen Teil der Zeilen zeigen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show more about the current row, below the table</source>
        <translation>Unter der Tabelle mehr über die aktuelle Zeile zeigen</translation>
    </message>
    <message>
        <source>&amp;About Rollcall</source>
        <translation>&amp;Über Rollcall</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as a table</source>
        <translation>Die ausgewählten Zeilen als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;URL</source>
        <translation>&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy the URLs of the selected rows</source>
        <translation>Die URLs der ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Open in browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Open the selected URLs in the web browser</source>
        <translation>Die ausgewählten URLs im Webbrowser öffnen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected rows from the list</source>
        <translation>Die ausgewählten Zeilen aus der Liste entfernen</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>&amp;Alle auswählen</translation>
    </message>
    <message>
        <source>Select every row that is shown</source>
        <translation>Jede angezeigte Zeile auswählen</translation>
    </message>
    <message>
        <source>&amp;Check all</source>
        <translation>Alle &amp;prüfen</translation>
    </message>
    <message>
        <source>Check every URL of the list</source>
        <translation>Jede URL der Liste prüfen</translation>
    </message>
    <message>
        <source>Check &amp;selected</source>
        <translation>A&amp;uswahl prüfen</translation>
    </message>
    <message>
        <source>Check the selected URLs</source>
        <translation>Die ausgewählten URLs prüfen</translation>
    </message>
    <message>
        <source>&amp;Re-check failed</source>
        <translation>&amp;Fehlgeschlagene erneut prüfen</translation>
    </message>
    <message>
        <source>Check again what failed</source>
        <translation>Noch einmal prüfen, was fehlschlug</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop the check; what is done stays</source>
        <translation>Die Prüfung anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Show the groups of rows at the side</source>
        <translation>Die Gruppen der Zeilen an der Seite zeigen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Das Zurückgenommene wiederherstellen</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>Copy a curl command that calls the selected URLs</source>
        <translation>Einen curl-Befehl kopieren, der die ausgewählten URLs aufruft</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>Sort &amp;by</source>
        <translation>Sortieren &amp;nach</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>How lists are checked, and how the program behaves</source>
        <translation>Wie Listen geprüft werden und wie sich das Programm verhält</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>The keys of all commands</source>
        <translation>Die Tasten aller Befehle</translation>
    </message>
    <message>
        <source>Check &amp;visible</source>
        <translation>&amp;Sichtbare prüfen</translation>
    </message>
    <message>
        <source>Check the URLs that the filter and the groups leave in sight</source>
        <translation>Die URLs prüfen, die Filter und Gruppen übrig lassen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Begin no further call; what is running ends</source>
        <translation>Keinen weiteren Aufruf beginnen; was läuft, endet</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Compare r&amp;uns…</source>
        <translation>Prüfungen &amp;vergleichen …</translation>
    </message>
    <message>
        <source>Show what has changed from one check of the list to another</source>
        <translation>Zeigen, was sich von einer Prüfung der Liste zur anderen geändert hat</translation>
    </message>
    <message>
        <source>&amp;Incidents…</source>
        <translation>Stö&amp;rungen …</translation>
    </message>
    <message>
        <source>List when which URLs of the list were down</source>
        <translation>Auflisten, wann welche URLs der Liste ausgefallen waren</translation>
    </message>
    <message>
        <source>Status &amp;overview</source>
        <translation>Stat&amp;usübersicht</translation>
    </message>
    <message>
        <source>Show from afar how every list is doing</source>
        <translation>Von weitem zeigen, wie es um jede Liste steht</translation>
    </message>
</context>
<context>
    <name>rollcall::MainWindow</name>
    <message>
        <source>Rollcall</source>
        <translation>Rollcall</translation>
    </message>
    <message>
        <source>Rollcall: %1 %</source>
        <translation>Rollcall: %1 %</translation>
    </message>
    <message>
        <source>Only the first %1 of the selected URLs were opened.</source>
        <translation>Nur die ersten %1 der ausgewählten URLs wurden geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 URL(s) removed.</source>
        <translation>
            <numerusform>%1 URL entfernt.</numerusform>
            <numerusform>%1 URLs entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 is no longer there. If it was moved, import it from its new place.</source>
        <translation>%1 gibt es nicht mehr. Wurde die Datei verschoben, importieren Sie sie vom neuen Ort.</translation>
    </message>
</context>
<context>
    <name>rollcall::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>rollcall::ProgramSettings</name>
    <message>
        <source>Whether Rollcall starts with the desktop cannot be changed: %1.</source>
        <translation>Ob Rollcall mit dem Desktop startet, lässt sich nicht ändern: %1.</translation>
    </message>
</context>
<context>
    <name>rollcall::ProgressRow</name>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 URL(s) checked in %2</source>
        <translation>
            <numerusform>%1 URL in %2 geprüft</numerusform>
            <numerusform>%1 URLs in %2 geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stopped</source>
        <translation>
            <numerusform>%1 angehalten</numerusform>
            <numerusform>%1 angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 URL(s)</source>
        <translation>
            <numerusform>%1 URL</numerusform>
            <numerusform>%1 URLs</numerusform>
        </translation>
    </message>
    <message>
        <source>OK %1</source>
        <translation>OK %1</translation>
    </message>
    <message>
        <source>Warning %1</source>
        <translation>Warnung %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Fehlgeschlagen %1</translation>
    </message>
    <message numerus="yes">
        <source>Pausing: %1 still running</source>
        <translation>
            <numerusform>Pause beginnt: %1 läuft noch</numerusform>
            <numerusform>Pause beginnt: %1 laufen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>rollcall::RateBox</name>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
</context>
<context>
    <name>rollcall::RecentFiles</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
</context>
<context>
    <name>rollcall::ResultModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>rollcall::ResultView</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>No URL matches the filter.</source>
        <translation>Keine URL passt zum Filter.</translation>
    </message>
    <message>
        <source>&amp;Fit to contents</source>
        <translation>An den &amp;Inhalt anpassen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Then by</source>
        <translation>&amp;Danach nach</translation>
    </message>
    <message>
        <source>&amp;Order of the list</source>
        <translation>&amp;Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>%1, ascending</source>
        <translation>%1, aufsteigend</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <translation>%1, absteigend</translation>
    </message>
</context>
<context>
    <name>rollcall::ScheduleDialog</name>
    <message>
        <source>&amp;Watch “%1”</source>
        <translation>„%1“ &amp;beobachten</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Checks it again and again while Rollcall runs, also in the tray</source>
        <translation>Prüft sie immer wieder, solange Rollcall läuft, auch in der Kontrollleiste</translation>
    </message>
    <message>
        <source>at intervals</source>
        <translation>in Abständen</translation>
    </message>
    <message>
        <source>at times of day</source>
        <translation>zu Tageszeiten</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What the schedule goes by. Usual: at intervals</source>
        <translation>Wonach sich der Zeitplan richtet. Üblich: in Abständen</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>10s to 366 days, as in 90s, 5m or 1h30m. Usual: 5m</source>
        <translation>10s bis 366 Tage, wie 90s, 5m oder 1h30m. Üblich: 5m</translation>
    </message>
    <message>
        <source>Takes a time from 10s up, such as 90s, 5m or 1h30m.</source>
        <translation>Nimmt eine Zeit ab 10s, wie 90s, 5m oder 1h30m.</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Days and times, as in “daily 06:30” or “mon-fri 06:30,18:00”; by the clock of this computer unless a time zone such as Europe/Berlin follows</source>
        <translation>Tage und Uhrzeiten, wie „daily 06:30“ oder „mon-fri 06:30,18:00“; nach der Uhr dieses Rechners, wenn keine Zeitzone wie Europe/Berlin folgt</translation>
    </message>
    <message>
        <source>Takes days and times, such as “daily 06:30” or “mon-fri 06:30,18:00”.</source>
        <translation>Nimmt Tage und Uhrzeiten, wie „daily 06:30“ oder „mon-fri 06:30,18:00“.</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>When nothing is checked and nobody called down: one time a line</source>
        <translation>Wann nichts geprüft und nichts als ausgefallen gemeldet wird: eine Zeit je Zeile</translation>
    </message>
    <message>
        <source>“%1” is none: take “sun 02:00-04:00” or “2026-12-24T18:00/2026-12-26T06:00”.</source>
        <translation>„%1“ ist keine: zum Beispiel „sun 02:00-04:00“ oder „2026-12-24T18:00/2026-12-26T06:00“.</translation>
    </message>
</context>
<context>
    <name>rollcall::SecondsBox</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>rollcall::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Set every field to its usual value; nothing is kept before OK or Apply</source>
        <translation>Jedes Feld auf seinen üblichen Wert setzen; behalten wird erst mit OK oder Anwenden</translation>
    </message>
    <message>
        <source>as the desktop has them</source>
        <translation>wie auf dem Desktop</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Of all windows of Rollcall. Usual: as the desktop has them</source>
        <translation>Aller Fenster von Rollcall. Üblich: wie auf dem Desktop</translation>
    </message>
    <message>
        <source>Say when a check has ended</source>
        <translation>Melden, wenn eine Prüfung fertig ist</translation>
    </message>
    <message>
        <source>By a message of the desktop, while another window is in front. Usual: on</source>
        <translation>Durch eine Meldung des Desktops, wenn ein anderes Fenster vorn ist. Üblich: an</translation>
    </message>
    <message>
        <source>Keep the computer awake while a check runs</source>
        <translation>Den Rechner wach halten, solange eine Prüfung läuft</translation>
    </message>
    <message>
        <source>It still falls asleep when you ask it to. Usual: on</source>
        <translation>Auf Ihren Wunsch schläft er trotzdem ein. Üblich: an</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Symbol in der Kontrollleiste zeigen</translation>
    </message>
    <message>
        <source>It says how the list does, and its menu has the commands of a check. Usual: off</source>
        <translation>Es sagt, wie es um die Liste steht, und sein Menü hat die Befehle einer Prüfung. Üblich: aus</translation>
    </message>
    <message>
        <source>Closing the window leaves Rollcall in the tray</source>
        <translation>Das Schließen des Fensters lässt Rollcall in der Kontrollleiste</translation>
    </message>
    <message>
        <source>A check goes on then. Quit (Ctrl+Q) always ends it. Usual: off</source>
        <translation>Eine Prüfung läuft dann weiter. Beenden (Strg+Q) beendet es immer. Üblich: aus</translation>
    </message>
    <message>
        <source>How the list “%1” is checked. A new list begins as the open one is.</source>
        <translation>Wie die Liste „%1“ geprüft wird. Eine neue Liste übernimmt dies von der offenen.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Start with the desktop, in the tray</source>
        <translation>Mit dem Desktop starten, in der Kontrollleiste</translation>
    </message>
    <message>
        <source>Lists that are watched are so from then on. Usual: off</source>
        <translation>Listen, die beobachtet werden, werden es von da an. Üblich: aus</translation>
    </message>
</context>
<context>
    <name>rollcall::SettingsPage</name>
    <message>
        <source>no limit of its own</source>
        <translation>keine eigene Grenze</translation>
    </message>
</context>
<context>
    <name>rollcall::ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command or a key…</source>
        <translation>Befehl oder Taste suchen …</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>rollcall::Sidebar</name>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>rollcall::SkippedLinesWindow</name>
    <message>
        <source>Skipped lines</source>
        <translation>Übersprungene Zeilen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message numerus="yes">
        <source>and %1 more line(s)</source>
        <translation>
            <numerusform>und %1 weitere Zeile</numerusform>
            <numerusform>und %1 weitere Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::StatusOverview</name>
    <message numerus="yes">
        <source>Failures in %1 of %2 list(s)</source>
        <translation>
            <numerusform>Fehler in %1 von %2 Liste</numerusform>
            <numerusform>Fehler in %1 von %2 Listen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Warnings in %1 of %2 list(s)</source>
        <translation>
            <numerusform>Warnungen in %1 von %2 Liste</numerusform>
            <numerusform>Warnungen in %1 von %2 Listen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation>Nichts ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing was checked yet</source>
        <translation>Noch wurde nichts geprüft</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Status overview</source>
        <translation>Statusübersicht</translation>
    </message>
    <message>
        <source>All lists</source>
        <translation>Alle Listen</translation>
    </message>
    <message>
        <source>Use the whole screen, or leave it again (F11, Escape)</source>
        <translation>Den ganzen Bildschirm benutzen oder wieder verlassen (F11, Escape)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Export status report…</source>
        <translation>Statusbericht &amp;exportieren …</translation>
    </message>
    <message>
        <source>Write a page that says how the URLs of the open list are doing</source>
        <translation>Eine Seite schreiben, die sagt, wie es um die URLs der offenen Liste steht</translation>
    </message>
    <message>
        <source>Export a status report</source>
        <translation>Einen Statusbericht exportieren</translation>
    </message>
    <message>
        <source>HTML page (*.html)</source>
        <translation>HTML-Seite (*.html)</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben …</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Nothing was exported. %1</source>
        <translation>Es wurde nichts exportiert. %1</translation>
    </message>
</context>
<context>
    <name>rollcall::StatusTile</name>
    <message>
        <source>Uptime 24 h: %1</source>
        <translation>Verfügbarkeit 24 h: %1</translation>
    </message>
    <message>
        <source>Being checked now</source>
        <translation>Wird gerade geprüft</translation>
    </message>
    <message>
        <source>Last check: %1</source>
        <translation>Letzte Prüfung: %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%1 warning(s)</source>
        <translation>
            <numerusform>%1 Warnung</numerusform>
            <numerusform>%1 Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>OK so far</source>
        <translation>Bisher OK</translation>
    </message>
    <message>
        <source>All OK</source>
        <translation>Alles OK</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>No URLs</source>
        <translation>Keine URLs</translation>
    </message>
    <message>
        <source>OK %1   Warning %2   Failed %3</source>
        <translation>OK %1   Warnung %2   Fehlgeschlagen %3</translation>
    </message>
    <message>
        <source>%1   Not checked %2</source>
        <translation>%1   Nicht geprüft %2</translation>
    </message>
    <message>
        <source>Open “%1” in the window</source>
        <translation>„%1“ im Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>rollcall::Tray</name>
    <message>
        <source>No check yet</source>
        <translation>Noch keine Prüfung</translation>
    </message>
    <message>
        <source>&amp;Hide the window</source>
        <translation>Fenster &amp;verbergen</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>Rollcall: %1</source>
        <translation>Rollcall: %1</translation>
    </message>
</context>
<context>
    <name>rollcall::ViewsDialog</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>rollcall::ViewsMenu</name>
    <message>
        <source>Saved &amp;views</source>
        <translation>Gespeicherte &amp;Ansichten</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Rename or delete…</source>
        <translation>&amp;Umbenennen oder löschen …</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the filter, group, columns and order that are shown:</source>
        <translation>Name für Filter, Gruppe, Spalten und Reihenfolge, wie sie zu sehen sind:</translation>
    </message>
</context>
<context>
    <name>rollcall::WatchActions</name>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message>
        <source>Check the open list again and again, by its schedule</source>
        <translation>Die offene Liste nach ihrem Zeitplan immer wieder prüfen</translation>
    </message>
    <message>
        <source>Sc&amp;hedule…</source>
        <translation>Z&amp;eitplan…</translation>
    </message>
    <message>
        <source>When the open list is watched, and when not</source>
        <translation>Wann die offene Liste beobachtet wird, und wann nicht</translation>
    </message>
</context>
<context>
    <name>rollcall::WatchKeeper</name>
    <message>
        <source>This computer has no network: no host answers. Nobody is called down meanwhile.</source>
        <translation>Dieser Rechner hat kein Netzwerk: kein Host antwortet. Solange wird nichts als ausgefallen gemeldet.</translation>
    </message>
    <message>
        <source>The network is back; it was away for %1.</source>
        <translation>Das Netzwerk ist wieder da; es fehlte %1.</translation>
    </message>
    <message>
        <source>Alerts do not arrive; Settings, Alerts can send a test. (%1)</source>
        <translation>Meldungen kommen nicht an; unter Einstellungen, Meldungen lässt sich ein Test senden. (%1)</translation>
    </message>
</context>
<context>
    <name>rollcall::Waterfall</name>
    <message>
        <source>Timing</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Insgesamt %1</translation>
    </message>
    <message>
        <source>; before that, %1 in the queue</source>
        <translation>; davor %1 in der Warteschlange</translation>
    </message>
</context>
</TS>

namespace MediaOps.Security.Tests.Origins;

/// <summary>URLs that lead away from a service, or that somebody hopes are taken for one that does not.</summary>
internal static class ForeignUrls
{
    /// <summary>Each is another origin than <c>https://media.example</c> and the trusted hosts, however it is read.</summary>
    public static readonly string[] Foreign =
    [
        "https://evil.example/api/x",
        "//evil.example/api/x",
        "https://media.example.evil.example/api/x",
        "https://evilmedia.example/api/x",
        "https://regions.example/api/x",
        "https://eviltrusted.example/api/x",
        "https://evilregions.example/api/x",
        "https://evil.example/api/?x=https://media.example/",
        "https://evil.example/#@media.example/",
        "https://evil.example:443/api/x",

        // User info.
        "https://media.example@evil.example/api/x",
        "https://media.example:443@evil.example/api/x",
        "https://user:password@media.example/api/x",
        "https://media.example%40evil.example/api/x",

        // Scheme.
        "http://media.example/api/x",
        "HTTP://media.example/api/x",
        "http://trusted.example/api/x",
        "ftp://media.example/api/x",
        "ws://media.example/api/x",
        "file:///etc/passwd",

        // Port.
        "https://media.example:8443/api/x",
        "https://media.example:80/api/x",
        "https://trusted.example:8443/api/x",
        "https://west.regions.example:444/api/x",

        // Names that are not quite the same.
        "https://media.example./api/x",
        "https://trusted.example./api/x",
        "https://west.regions.example./api/x",
        "https://xn--mdia-bpa.example/api/x",
        "https://m\u0435dia.example/api/x",
        "https://media\u3002evil.example/api/x",
        "https://m%D0%B5dia.example/api/x",
        "https://media.example%2eevil.example/api/x",
        "https://media.example%00.evil.example/api/x",
        "https://evil%2Eexample/api/x",

        // Addresses in every dress.
        "https://127.0.0.1/api/x",
        "https://2130706433/api/x",
        "https://0x7f000001/api/x",
        "https://0177.0.0.1/api/x",
        "https://127.1/api/x",
        "https://[::1]/api/x",
        "https://[::ffff:127.0.0.1]/api/x",
        "https://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1/api/x",
        "http://localhost/api/x",
        "http://[::1]/api/x",

        // Backslashes, as browsers read them.
        "https:\\\\evil.example\\api",
        "\\\\evil.example\\api",
        "https://evil.example\\@media.example/api/x",
        "https://evil.example\\.media.example/api/x",
    ];

    /// <summary>Whether they are foreign depends on who reads them: wherever they lead, it must be to the service.</summary>
    public static readonly string[] Tricks =
    [
        "///evil.example/api/x",
        "////evil.example/api/x",
        "/\\evil.example/api/x",
        "\\/evil.example/api/x",
        "https:evil.example/api/x",
        "https:/evil.example/api/x",
        "https:///evil.example/api/x",
        "https://media.example\\.evil.example/api/x",
        "https://media.example\\@evil.example/api/x",
        "https://media.example#@evil.example/api/x",
        "https://media.example?@evil.example/api/x",
        "https://media.example/@evil.example/api/x",
        "https://media.example;evil.example/api/x",
        "https://media.example,evil.example/api/x",
        "https://media.example\t.evil.example/api/x",
        "https://media.example\u00ad.evil.example/api/x",
        "/\t/evil.example/api/x",
        "\t//evil.example/api/x",
        " https://evil.example/api/x",
        "ht\ttps://evil.example/api/x",
        "https://media.example\0.evil.example/api/x",
        "@evil.example/api/x",
        ":8443/api/x",
        ".evil.example/api/x",
        "?x=1",
        "#x",
        "https://",
        "https://:443/x",
        "https://[/x",
        "https://[::1%25media.example]/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "%2f%2fevil.example/api/x",
        "/%5cevil.example/api/x",
        "/..//evil.example/api/x",
        "/.//evil.example/api/x",
        "https://MEDIA.EXAMPLE/api/x",
        "https://media.example:443/api/x",
        "https://media.example:/api/x",
        "https://@media.example/api/x",
    ];
}

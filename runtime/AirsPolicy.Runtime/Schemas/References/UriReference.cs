namespace AirsPolicy.Runtime.Schemas.References;

/// <summary>
/// Addresses of schemas: references are resolved as RFC 3986 section 5.2 has it, compared as they are written, and never fetched.
/// </summary>
internal static class UriReference
{
    /// <summary>The address without its fragment.</summary>
    public static string WithoutFragment(string uri) => uri.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? uri[..at] : uri;

    /// <summary>What stands behind <c>#</c>; empty where nothing does.</summary>
    public static string FragmentOf(string uri) => uri.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? uri[(at + 1)..] : "";

    /// <summary>A reference as an address, seen from an absolute one.</summary>
    public static string Resolve(string start, string reference)
    {
        if (SchemeLength(reference) > 0)
            return reference;
        var origin = WithoutFragment(start);
        if (reference.Length == 0 || reference[0] == '#')
            return origin + reference;
        var scheme = origin[..(SchemeLength(origin) + 1)];
        if (reference.StartsWith("//", StringComparison.Ordinal))
            return scheme + reference;
        var rest = origin[scheme.Length..];
        var (authority, path) = rest.StartsWith("//", StringComparison.Ordinal) && rest.IndexOf('/', 2) is var slash
            ? slash < 0 ? (rest, "") : (rest[..slash], rest[slash..])
            : ("", rest);
        path = WithoutQuery(path);
        if (reference[0] == '?')
            return scheme + authority + path + reference;
        var end = reference.AsSpan().IndexOfAny('?', '#');
        var (target, tail) = end < 0 ? (reference, "") : (reference[..end], reference[end..]);
        if (target[0] != '/')
            target = authority.Length > 0 && path.Length == 0 ? "/" + target : path[..(path.LastIndexOf('/') + 1)] + target;
        return scheme + authority + WithoutDots(target) + tail;
    }

    /// <summary>How long the scheme before the first colon is; 0 where there is none.</summary>
    public static int SchemeLength(ReadOnlySpan<char> uri)
    {
        var colon = uri.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(uri[0]))
            return 0;
        for (var i = 1; i < colon; i++)
        {
            if (!char.IsAsciiLetterOrDigit(uri[i]) && uri[i] is not ('+' or '-' or '.'))
                return 0;
        }
        return colon;
    }

    private static string WithoutQuery(string path) => path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? path[..at] : path;

    // RFC 3986 section 5.2.4.
    private static string WithoutDots(string path)
    {
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] is "." or "..")
            {
                if (segments[i] == ".." && kept.Count > 1)
                    kept.RemoveAt(kept.Count - 1);
                if (last)
                    kept.Add("");
            }
            else
            {
                kept.Add(segments[i]);
            }
        }
        return string.Join('/', kept);
    }
}

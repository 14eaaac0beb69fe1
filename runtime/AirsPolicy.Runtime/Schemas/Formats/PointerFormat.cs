namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>A JSON pointer (RFC 6901 section 3), not as a fragment.</summary>
internal static class PointerFormat
{
    public static bool Fits(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] != '/')
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ('0' or '1')))
                return false;
        }
        return true;
    }
}

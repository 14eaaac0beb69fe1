namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>A UUID as RFC 4122 section 3 writes it, of any version.</summary>
internal static class UuidFormat
{
    public static bool Fits(ReadOnlySpan<char> text)
    {
        if (text.Length != 36)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
                return false;
        }
        return true;
    }
}

using System.Buffers;

namespace AirsPolicy.Runtime.Bundles.Signing;

/// <summary>The names of keys, which are also names of files.</summary>
internal static class KeyNames
{
    /// <summary>What a name is made of, for messages.</summary>
    public const string Form = "1 to 64 of 'a' to 'z', digits and '-'";

    private const int MaxLength = 64;

    private static readonly SearchValues<char> s_letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static bool IsWellFormed(ReadOnlySpan<char> name) => name.Length is > 0 and <= MaxLength && !name.ContainsAnyExcept(s_letters);
}

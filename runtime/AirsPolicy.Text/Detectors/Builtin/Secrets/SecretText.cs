namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Whether a text can have been drawn at random.</summary>
internal static class SecretText
{
    // Of the bits that a drawn value of so many characters has, what the least likely one still has.
    private const double LeastBits = 2.2;

    /// <summary>Whether a credential is one that somebody was given: no sample, no placeholder, and varied enough.</summary>
    /// <param name="credential">The whole.</param>
    /// <param name="prefix">How many characters at its beginning are the same for all.</param>
    public static bool IsDrawn(ReadOnlySpan<char> credential, int prefix) =>
        !Placeholders.Is(credential[prefix..]) && Entropy(credential[prefix..]) >= LeastBits && !PublishedExamples.Contain(credential);

    /// <summary>Whether a value has capitals, small letters and digits.</summary>
    public static bool IsMixed(ReadOnlySpan<char> value) =>
        HasDigits(value) && value.ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('a', 'z');

    /// <summary>Whether a value, behind a prefix of four characters, has letters that no hexadecimal number has.</summary>
    public static bool IsNotHexadecimal(ReadOnlySpan<char> value) =>
        value[4..].ContainsAnyInRange('g', 'z') || value[4..].ContainsAnyInRange('G', 'Z');

    /// <summary>Whether a value has letters and digits.</summary>
    public static bool HasDigits(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('0', '9') && (value.ContainsAnyInRange('A', 'Z') || value.ContainsAnyInRange('a', 'z'));

    /// <summary>The Shannon entropy of a text over its own characters, in bits a character. Characters beyond ASCII count as one.</summary>
    public static double Entropy(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[129];
        counts.Clear();
        foreach (var unit in text)
            counts[Math.Min(unit, (char)128)]++;
        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count == 0) continue;
            var share = (double)count / text.Length;
            entropy -= share * Math.Log2(share);
        }
        return entropy;
    }
}

namespace AirsPolicy.Text.Detectors.Builtin.Identifiers;

/// <summary>One way in which an identifier is written.</summary>
/// <param name="Form">
/// <c>9</c> a digit, <c>A</c> a letter a–z, <c>X</c> one or the other, <c>~</c> a space, hyphen or dash, the same at all such places of the
/// layout; <c>-</c> any hyphen or dash; anything else itself.
/// </param>
/// <param name="Evidence">What else it takes.</param>
internal sealed record IdentifierLayout(string Form, Evidence Evidence = Evidence.Form)
{
    /// <summary>
    /// The most digits that certainly stand within one <see cref="NumberRegion"/> of a text in which the layout is found.
    /// </summary>
    public int Digits { get; } = LongestNumber(Form).Digits;

    /// <summary>How many units can stand before the first digit of that region; any that are looked at where there is none.</summary>
    public int Ahead { get; } =
        LongestNumber(Form) is { Digits: >= NumberRegions.LeastDigits } number ? number.Start : IdentifierStart.MostAhead;

    /// <summary>
    /// How many digits, and no more, it begins with; -1 where that is not fixed. Tells most places where it cannot stand.
    /// </summary>
    public int Leading { get; } =
        Form.AsSpan().IndexOfAnyExcept('9') switch
        {
            -1 => Form.Length,
            0 => -1,
            var count => Form[count] == 'X' || char.IsAsciiDigit(Form[count]) ? -1 : count,
        };

    /// <summary>With how many digits it can begin, a bit for each number.</summary>
    public ulong Beginnings { get; } = BeginningsOf(Form);

    /// <summary>Reads the layout at a place of a folded text.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="characters">Takes the letters and digits; as long as the form.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="separator">What stood at <c>~</c>, or 0.</param>
    /// <returns>Where it ends, or -1 where the text is another.</returns>
    public int Read(ReadOnlySpan<char> text, int start, Span<char> characters, out int count, out char separator)
    {
        count = 0;
        separator = '\0';
        if (start + Form.Length > text.Length) return -1;
        for (var i = 0; i < Form.Length; i++)
        {
            var unit = text[start + i];
            var isFit = Form[i] switch
            {
                '9' => char.IsAsciiDigit(unit),
                'A' => char.IsAsciiLetterLower(unit),
                'X' => char.IsAsciiDigit(unit) || char.IsAsciiLetterLower(unit),
                '~' => NumberText.IsSeparator(unit) && (separator == '\0' || separator == unit),
                '-' => unit != ' ' && NumberText.IsSeparator(unit),
                var exact => unit == exact,
            };
            if (!isFit) return -1;
            if (Form[i] is '~' or ':') separator = unit;
            else if (char.IsAsciiLetterOrDigit(unit)) characters[count++] = unit;
        }
        return start + Form.Length;
    }

    // What can be a digit or a letter may have any more behind it.
    private static ulong BeginningsOf(string form)
    {
        var digits = form.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var first ? first : form.Length;
        return digits < form.Length && form[digits] == 'X' ? ulong.MaxValue << digits : 1UL << digits;
    }

    private static (int Digits, int Start) LongestNumber(string form)
    {
        int longest = 0, place = form.Length - 1, digits = 0, start = 0, gap = 0;
        for (var i = 0; i < form.Length; i++)
        {
            var isDigit = char.IsAsciiDigit(form[i]);
            gap = isDigit ? 0 : gap + 1;
            if (gap > NumberRegions.WidestGap) digits = 0;
            if (!isDigit) continue;
            if (digits++ == 0) start = i;
            if (digits > longest) (longest, place) = (digits, start);
        }
        return (longest, place);
    }
}

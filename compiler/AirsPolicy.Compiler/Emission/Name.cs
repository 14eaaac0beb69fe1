using System.Globalization;
using System.Text;

namespace AirsPolicy.Compiler.Emission;

/// <summary>
/// An identifier in emitted code: one of ours, or the name of something in a policy, mangled so that different names stay different
/// and every name is an identifier.
/// </summary>
internal readonly record struct Name
{
    private Name(string text) => Text = text;

    public string Text { get; }

    /// <summary>A member of the runtime, by <c>nameof</c>; it must be an identifier already.</summary>
    public static Name Member(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c)) && !char.IsAsciiDigit(name[0])
            ? new Name(name)
            : throw new ArgumentException("A member's name is letters and digits.", nameof(name));

    /// <summary>A part of the program that is told apart by its number.</summary>
    public static Name Numbered(ProgramPart part, int number) => new($"{part}{number.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A part of a part of a numbered part.</summary>
    public static Name Numbered(ProgramPart part, int number, int piece, int place) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{part}{number}_{piece}_{place}"));

    /// <summary>A part of a numbered part.</summary>
    public static Name Numbered(ProgramPart part, int number, int piece) =>
        new($"{part}{number.ToString(CultureInfo.InvariantCulture)}_{piece.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A name of the policy: <c>shop.no_offers</c> becomes <c>P_shop_dno__offers</c>.</summary>
    public static Name Mangled(string name)
    {
        var text = new StringBuilder("P_");
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                text.Append(c);
            else if (c == '_')
                text.Append("__");
            else if (c == '.')
                text.Append("_d");
            else
                text.Append(CultureInfo.InvariantCulture, $"_u{(int)c:X4}");
        }
        return new Name(text.ToString());
    }
}

/// <summary>The numbered parts of an emitted program.</summary>
internal enum ProgramPart
{
    /// <summary>What stands at a decision point.</summary>
    Point,

    /// <summary>What a tool or an index selects.</summary>
    Block,

    /// <summary>The condition on an item.</summary>
    Test,

    /// <summary>A branch of the choice between the places where a decision begins.</summary>
    Decide,

    /// <summary>A branch of the choice between blocks.</summary>
    Run,

    /// <summary>A branch of the choice between conditions on items.</summary>
    Try,

    /// <summary>Whether a rule's condition holds.</summary>
    Holds,

    /// <summary>A value that is worked out once.</summary>
    Value,
}

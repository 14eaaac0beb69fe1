using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>A text that a request decides.</summary>
/// <param name="index">Its place among the texts of a table.</param>
/// <param name="source">Where it is written.</param>
/// <param name="length">How many characters it has.</param>
internal sealed class TextTerm(int index, Expression source, NumberTerm length)
{
    public int Index => index;

    public Expression Source => source;

    public NumberTerm Length => length;
}

/// <summary>How a text is held against a constant.</summary>
internal enum TextRelation { Equals, Contains, StartsWith, EndsWith, Matches }

/// <summary>What is asked of a text.</summary>
/// <param name="Relation">How it is held against the constant.</param>
/// <param name="Text">The constant; the source of a pattern.</param>
/// <param name="IgnoreCase">The flag of a pattern.</param>
internal sealed record TextQuestion(TextRelation Relation, string Text, bool IgnoreCase = false);

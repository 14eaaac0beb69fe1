namespace AirsPolicy.Text.Literals;

/// <summary>One pass over a text for some literals. Unchanging, linear in the text, and allocates nothing.</summary>
internal interface ILiteralPass
{
    /// <summary>Reports every place where one of the literals stands.</summary>
    void Scan(ReadOnlySpan<char> text, LiteralHits hits);
}

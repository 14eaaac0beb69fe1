namespace AirsPolicy.Runtime.Delegation;

/// <summary>One part of a scope.</summary>
/// <param name="Name">What it bounds (<c>tools</c>, <c>amount</c>), compared ordinally.</param>
/// <param name="Value">How far it reaches.</param>
public sealed record ScopePart(string Name, ScopeValue Value);

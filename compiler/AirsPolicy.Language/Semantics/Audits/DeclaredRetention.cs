using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Audits;

namespace AirsPolicy.Language.Semantics.Audits;

/// <summary>A time that one declaration gives to records of a kind.</summary>
internal sealed record DeclaredRetention(Retention Model, string Package, RetainMemberSyntax Syntax);

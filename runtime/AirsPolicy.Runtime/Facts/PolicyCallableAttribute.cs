namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// Marks a member that emitted code may call. These members, and the comparisons and constructors of <see cref="decimal"/>, are the whole
/// of what a policy program can reach: the emission profile refuses every other call.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor | AttributeTargets.Class)]
public sealed class PolicyCallableAttribute : Attribute;

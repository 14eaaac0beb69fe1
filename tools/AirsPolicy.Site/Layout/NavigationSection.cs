using System.Collections.Immutable;
using AirsPolicy.Site.Pages;

namespace AirsPolicy.Site.Layout;

/// <summary>The pages of one purpose.</summary>
/// <param name="Name">What they are for: guide, reference.</param>
/// <param name="Pages">The pages, in the order of the index.</param>
internal sealed record NavigationSection(string Name, ImmutableArray<Page> Pages);

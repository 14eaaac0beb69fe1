namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>The tests that take packages, one after the other: they are packed once.</summary>
[CollectionDefinition(PackedFeed.Collection)]
public sealed class PackedFeedCollection : ICollectionFixture<PackedFeed>;

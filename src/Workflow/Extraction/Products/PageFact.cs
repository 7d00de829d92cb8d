namespace Gpu.Workflow.Extraction.Products;

/// <summary>A fact that a page tells.</summary>
/// <param name="Value">The fact, as text without markup.</param>
/// <param name="Source">Where it was read.</param>
public sealed record PageFact(string Value, FactSource Source);

/// <summary>A price.</summary>
/// <param name="Written">As the page writes it for people, such as <c>$24.00</c>.</param>
/// <param name="Amount">The number; null where it is not known.</param>
/// <param name="Currency">ISO 4217 code, such as <c>EUR</c>; empty where it is not known (<c>$</c> is that of many countries).</param>
/// <param name="Source">Where it was read.</param>
public sealed record ProductPrice(string Written, decimal? Amount, string Currency, FactSource Source);

/// <summary>One of the ways to buy something.</summary>
/// <param name="Name">What is offered, such as a size or a ticket; empty where it has no name of its own.</param>
/// <param name="Amount">The price.</param>
/// <param name="Currency">ISO 4217 code; empty where it is not known.</param>
/// <param name="Availability">A name of schema.org's ItemAvailability, such as <c>InStock</c>; empty where it is not told.</param>
/// <param name="Source">Where it was read.</param>
public sealed record ProductOffer(string Name, decimal Amount, string Currency, string Availability, FactSource Source);

/// <summary>What buyers think.</summary>
/// <param name="Value">The mean.</param>
/// <param name="Best">The best that can be given; 5 unless the page says otherwise.</param>
/// <param name="Count">How many ratings or reviews there are; null where it is not told.</param>
/// <param name="Source">Where it was read.</param>
public sealed record ProductRating(decimal Value, decimal Best, int? Count, FactSource Source);

package dev.postwire.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates against the contract's schemas, formats included. */
public final class Schemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas() {}

    /** What is wrong with the instance by the schema of that file name; empty where nothing is. */
    public static List<String> faults(String schemaFile, JsonNode instance) {
        return REGISTRY.getSchema(GoldenSample.schema(schemaFile)).validate(instance).stream()
                .map(Error::toString)
                .toList();
    }
}

package dev.postwire.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/** The build tells tests which parts to use by system properties under our prefix; the service itself knows no such key. */
public final class BuildKeys implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withMappingIgnore("postwire.test.**");
        builder.withMappingIgnore("postwire.tests.**");
    }
}

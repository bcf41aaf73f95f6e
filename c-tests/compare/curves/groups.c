/*
 * Which curves there are, the numbers of each, and how they are looked up.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "curves.h"

static void show_info(const char *what, const mbedtls_ecp_curve_info *info)
{
    if (info == NULL) {
        printf("  %-34s none\n", what);
    } else {
        printf("  %-34s %d, TLS %u, %u bits, %s\n", what, (int) info->grp_id,
               (unsigned) info->tls_id, (unsigned) info->bit_size,
               info->name ? info->name : "(null)");
    }
}

static void lists(void)
{
    const mbedtls_ecp_curve_info *info;
    const mbedtls_ecp_group_id *id;

    printf("curves:");
    for (info = mbedtls_ecp_curve_list(); info->grp_id != MBEDTLS_ECP_DP_NONE;
         info++) {
        printf(" %s", info->name);
    }
    printf("\nnumbers:");
    for (id = mbedtls_ecp_grp_id_list(); *id != MBEDTLS_ECP_DP_NONE; id++) {
        printf(" %d", (int) *id);
    }
    printf("\n");
}

static void look_up(void)
{
    unsigned tls_id;
    size_t i;

    printf("looked up\n");
    for (i = 0; i < COUNT(curves); i++) {
        show_info(curves[i].name,
                  mbedtls_ecp_curve_info_from_grp_id(curves[i].id));
        show_info("  by name",
                  mbedtls_ecp_curve_info_from_name(curves[i].name));
    }
    for (tls_id = 22; tls_id < 32; tls_id++) {
        if (tls_id != 28) {
            show_info("by TLS",
                      mbedtls_ecp_curve_info_from_tls_id((uint16_t) tls_id));
        }
    }
    show_info("no number", mbedtls_ecp_curve_info_from_tls_id(0));
    show_info("no curve",
              mbedtls_ecp_curve_info_from_grp_id(MBEDTLS_ECP_DP_NONE));
    show_info("unknown curve",
              mbedtls_ecp_curve_info_from_grp_id((mbedtls_ecp_group_id) 99));
    show_info("unknown name", mbedtls_ecp_curve_info_from_name("P-256"));
    show_info("empty name", mbedtls_ecp_curve_info_from_name(""));
    show_info("NULL", mbedtls_ecp_curve_info_from_name(NULL));
}

static void show_group(const mbedtls_ecp_group *group)
{
    printf("  number %d, type %d, %u and %u bits, A is -3: %d\n",
           (int) group->id, (int) mbedtls_ecp_get_type(group),
           (unsigned) group->pbits, (unsigned) group->nbits,
           mbedtls_ecp_group_a_is_minus_3(group));
    show_number("P", &group->P);
    show_number("A", &group->A);
    show_number("B", &group->B);
    show_point("G", &group->G);
    show_number("N", &group->N);
}

static void load(mbedtls_ecp_group_id id, const char *name)
{
    mbedtls_ecp_group group, other;

    printf("group %s\n", name);
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_group_init(&other);
    show("load", mbedtls_ecp_group_load(&group, id));
    show_group(&group);
    show("copy", mbedtls_ecp_group_copy(&other, &group));
    mbedtls_ecp_group_free(&group);
    printf("  the copy has number %d, the freed one %d and type %d\n",
           (int) other.id, (int) group.id, (int) mbedtls_ecp_get_type(&group));
    show("is the copy's base point good",
         mbedtls_ecp_check_pubkey(&other, &other.G));
    show("copy nothing", mbedtls_ecp_group_copy(&other, &group));
    printf("  the copy has number %d and type %d\n", (int) other.id,
           (int) mbedtls_ecp_get_type(&other));
    mbedtls_ecp_group_free(&other);
    mbedtls_ecp_group_free(&other);
}

static void over_tls(mbedtls_ecp_group_id id, const char *name)
{
    mbedtls_ecp_group group;
    mbedtls_ecp_group_id read = MBEDTLS_ECP_DP_NONE;
    unsigned char buffer[4];
    const unsigned char *at;
    size_t olen = 77, room;

    printf("on the wire: %s\n", name);
    mbedtls_ecp_group_init(&group);
    show("load", mbedtls_ecp_group_load(&group, id));
    for (room = 0; room <= 4; room++) {
        memset(buffer, 0x55, sizeof(buffer));
        show("write", mbedtls_ecp_tls_write_group(&group, &olen, buffer, room));
        printf("  length %u\n", (unsigned) olen);
        show_bytes("written", buffer, sizeof(buffer));
    }
    for (room = 0; room <= 4; room++) {
        mbedtls_ecp_group_free(&group);
        mbedtls_ecp_group_init(&group);
        at = buffer;
        show("read", mbedtls_ecp_tls_read_group(&group, &at, room));
        printf("  moved by %d, number %d\n", (int) (at - buffer),
               (int) group.id);
        at = buffer;
        show("read number", mbedtls_ecp_tls_read_group_id(&read, &at, room));
        printf("  moved by %d, number %d\n", (int) (at - buffer), (int) read);
    }
    mbedtls_ecp_group_free(&group);
}

static void bad_on_the_wire(void)
{
    static const unsigned char bytes[][3] = {
        { 1, 0, 23 }, { 2, 0, 23 }, { 3, 0, 0 }, { 3, 0, 31 }, { 3, 1, 23 },
        { 3, 255, 255 }, { 0, 0, 23 }
    };
    mbedtls_ecp_group group;
    mbedtls_ecp_group_id read = MBEDTLS_ECP_DP_NONE;
    const unsigned char *at;
    size_t i, olen = 0;
    unsigned char buffer[3];

    printf("not on the wire\n");
    mbedtls_ecp_group_init(&group);
    for (i = 0; i < COUNT(bytes); i++) {
        at = bytes[i];
        show("read", mbedtls_ecp_tls_read_group(&group, &at, 3));
        printf("  moved by %d\n", (int) (at - bytes[i]));
        at = bytes[i];
        show("read number", mbedtls_ecp_tls_read_group_id(&read, &at, 3));
    }
    show("write nothing",
         mbedtls_ecp_tls_write_group(&group, &olen, buffer, sizeof(buffer)));
    show("load nothing", mbedtls_ecp_group_load(&group, MBEDTLS_ECP_DP_NONE));
    show("load another",
         mbedtls_ecp_group_load(&group, (mbedtls_ecp_group_id) 14));
    show("load a large number",
         mbedtls_ecp_group_load(&group, (mbedtls_ecp_group_id) 12345));
    printf("  number %d, type %d\n", (int) group.id,
           (int) mbedtls_ecp_get_type(&group));
    mbedtls_ecp_group_free(&group);
}

/* Curves that a build may leave out: loaded or refused as the list says. */
static void not_everywhere(void)
{
    static const mbedtls_ecp_group_id ids[] = {
        MBEDTLS_ECP_DP_SECP192R1, MBEDTLS_ECP_DP_SECP224R1,
        MBEDTLS_ECP_DP_BP512R1, MBEDTLS_ECP_DP_SECP192K1,
        MBEDTLS_ECP_DP_SECP224K1
    };
    mbedtls_ecp_group group;
    size_t i;
    int ret, listed, agree = 1;

    mbedtls_ecp_group_init(&group);
    for (i = 0; i < COUNT(ids); i++) {
        listed = mbedtls_ecp_curve_info_from_grp_id(ids[i]) != NULL;
        ret = mbedtls_ecp_group_load(&group, ids[i]);
        agree = agree &&
                ret == (listed ? 0 : MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE);
    }
    mbedtls_ecp_group_free(&group);
    printf("what is listed loads: %d\n", agree);
}

int main(void)
{
    size_t i;

    lists();
    look_up();
    for (i = 0; i < COUNT(curves); i++) {
        load(curves[i].id, curves[i].name);
        over_tls(curves[i].id, curves[i].name);
    }
    bad_on_the_wire();
    not_everywhere();
    mbedtls_ecp_group_free(NULL);
    return 0;
}
